import type { NounName } from '@lintel/domain'
import { approval } from './approval.ts'
import { chain } from './chain.ts'
import { complaint } from './complaint.ts'
import { emergencyRepair } from './emergency-repair.ts'
import { fine } from './fine.ts'
import { notice } from './notice.ts'
import { contract, contractor, customer } from './parties.ts'
import { delegation, department, person, position } from './person.ts'
import { building, category, project, unit } from './places.ts'
import { settings } from './settings.ts'
import { departmentRequest } from './department-request.ts'
import { groupAlert } from './group-alert.ts'
import { problem } from './problem.ts'
import { suggestionTable } from './suggestion-table.ts'
import { survey } from './survey.ts'
import { visit } from './visit.ts'

/** The schema's type of each noun; one that is forgotten does not compile. */
export const recordTypes = {
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
} satisfies Record<NounName, unknown>
