import type { NounName, RecordOf } from '@lintel/domain'
import type { Mapping } from './mapping.ts'
import { approval, chain } from './mappings/approval.ts'
import { complaint } from './mappings/complaint.ts'
import { emergencyRepair } from './mappings/emergency-repair.ts'
import { fine } from './mappings/fine.ts'
import { notice } from './mappings/notice.ts'
import { contract, contractor, customer } from './mappings/parties.ts'
import { delegation, department, person, position, settings } from './mappings/people.ts'
import { building, category, project, unit } from './mappings/places.ts'
import { departmentRequest } from './mappings/department-request.ts'
import { groupAlert } from './mappings/group-alert.ts'
import { problem } from './mappings/problem.ts'
import { suggestionTable } from './mappings/suggestion-table.ts'
import { survey } from './mappings/survey.ts'
import { visit } from './mappings/visit.ts'

/** Every noun has its place in the database; one that is forgotten does not compile. */
const all: { readonly [N in NounName]: Mapping<RecordOf<N>> } = {
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

// which noun a mapping is of is known to whoever asks for it by name; the code below treats all alike
export const mappings = all as unknown as { readonly [N in NounName]: Mapping }
