import { chain } from './approvals/chains/noun.ts'
import { approval } from './approvals/noun.ts'
import { complaint } from './complaints/noun.ts'
import { contract, contractor } from './contractors/contractor.ts'
import { customer } from './customers/customer.ts'
import { emergencyRepair } from './emergency-repairs/noun.ts'
import { fine } from './fines/noun.ts'
import { notice } from './notices/noun.ts'
import { department } from './people/department.ts'
import { delegation } from './people/delegation.ts'
import { person } from './people/person.ts'
import { position } from './people/position.ts'
import { category } from './places/category.ts'
import { building, project, unit } from './places/places.ts'
import { settings } from './settings/settings.ts'
import { departmentRequest } from './department-requests/noun.ts'
import { groupAlert } from './group-alerts/noun.ts'
import { problem } from './problems/noun.ts'
import { suggestionTable } from './suggestion-tables/noun.ts'
import { survey } from './surveys/noun.ts'
import { visit } from './visits/noun.ts'

/** The one list of nouns. Names of decisions, facts and tasks are typed by it. */
export const nouns = {
  complaint,
  notice,
  fine,
  emergencyRepair,
  visit,
  departmentRequest,
  survey,
  problem,
  groupAlert,
  suggestionTable,
  approval,
  chain,
  person,
  position,
  department,
  delegation,
  category,
  settings,
  project,
  building,
  unit,
  customer,
  contractor,
  contract,
}
export type Nouns = typeof nouns
