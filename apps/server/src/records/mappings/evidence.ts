import type { AnyRecord, NounName } from '@lintel/domain'
import { or, type Entries } from '../mapping.ts'

/** Every file that was ever shown on a record hangs on it, and on no other: the second record that names it is refused. X-8, F-13 */
export const evidenceOf = (noun: NounName): { readonly evidence_file: Entries<AnyRecord> } => ({
  evidence_file: {
    of: 'record_id',
    key: 'id, record_id',
    rows: ({ id, project, files }) =>
      (files ?? []).map((file) => ({ id: file.id, noun, record_id: id, project_id: or(project), hash: file.hash })),
  },
})
