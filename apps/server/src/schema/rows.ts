import type { NounName } from '@lintel/domain'
import type { Reading } from './context.ts'
import type { Located } from './reading.ts'
import type { RecordRow } from './record.ts'

export type Row = RecordRow & Located
type Rows = { findUnique(query: object): Promise<Row | null>; findMany(query: object): Promise<Row[]> }

/** The rows of a noun, where the code treats all nouns alike. */
export const rowsOf = (prisma: Reading, noun: NounName): Rows => (prisma as unknown as Readonly<Record<NounName, Rows>>)[noun]
