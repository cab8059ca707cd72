import { isRefusal, type Moment, type NounName, type PersonId } from '@lintel/domain'
import { Stopped } from '@lintel/tooling/stopped.ts'
import pg from 'pg'
import type { Bulk } from '../records/bulk.ts'
import { idFrom } from '../records/identity.ts'
import type { AnyRecord } from '../records/nouns.ts'
import { openRecords } from '../records/records.ts'
import { linesOf } from './lines.ts'
import type { Lookup, MappingFile } from './mapping-file.ts'
import { isLineProblem, readLine, type Find } from './read-line.ts'

export type ImportOptions = {
  readonly databaseUrl: string
  readonly dataFolder: string
  readonly file: string
  readonly mapping: MappingFile
  /** The e-mail of whoever takes the records over; they need the permission to. */
  readonly as: string
  /** Decides everything and keeps nothing. */
  readonly preview?: boolean
  /** One bad line, and nothing is kept. */
  readonly allOrNothing?: boolean
  readonly onProgress?: (lines: number) => void
}
export type LineError = { readonly line: number; readonly field: string; readonly problem: string }
export type Imported = {
  readonly lines: number
  readonly taken: number
  /** Taken over earlier, so left as they are. */
  readonly known: number
  readonly errors: readonly LineError[]
  /** The first few as they would be. */
  readonly sample: readonly Readonly<Record<string, unknown>>[]
  readonly kept: boolean
}

const shown = 5
const reference: readonly NounName[] = ['person', 'position', 'delegation', 'settings', 'category', 'project', 'building', 'unit']

/** Ends the transaction without keeping it, and carries what was found out. */
class NotKept extends Error {
  readonly imported: Imported
  constructor(imported: Imported) {
    super('nothing was kept')
    this.imported = imported
  }
}

const finderIn = (bulk: Bulk): Find => {
  const known = new Map<string, ReadonlyMap<string, string>>()
  const byName = ({ in: noun, by }: Lookup) => {
    const names = new Map<string, string>()
    for (const record of bulk.all(noun) as Iterable<AnyRecord & Readonly<Record<string, unknown>>>) names.set(String(record[by]), record.id)
    return names
  }
  return (lookup, called) => {
    const of = `${lookup.in} ${lookup.by}`
    const names = known.get(of) ?? byName(lookup)
    known.set(of, names)
    return names.get(called)
  }
}

const whoIs = (bulk: Bulk, email: string): PersonId => {
  for (const person of bulk.all('person') as Iterable<AnyRecord & { readonly email: string }>)
    if (person.email.toLowerCase() === email.toLowerCase()) return person.id as PersonId
  throw new Stopped(`Nobody here has the e-mail ${email}.`)
}

const takeOver = async (
  bulk: Bulk,
  { file, mapping, as, preview, allOrNothing, onProgress }: ImportOptions,
  now: Moment,
): Promise<Imported> => {
  const by = whoIs(bulk, as)
  const find = finderIn(bulk)
  const errors: LineError[] = []
  const sample: Readonly<Record<string, unknown>>[] = []
  let [lines, taken, known] = [0, 0, 0]
  for await (const line of linesOf(file, mapping)) {
    if (++lines % 500 === 0) onProgress?.(lines)
    const input = readLine(mapping, line, find)
    if (isLineProblem(input)) {
      errors.push({ line: line.line, field: input.field, problem: input.problem })
      continue
    }
    const key = idFrom('import', mapping.source, String(input['sourceId']))
    const answer = await bulk.decide(by, { does: 'complaint.importHistory', input, key }, now)
    if (!isRefusal(answer)) {
      taken++
      if (sample.length < shown) sample.push(input)
    } else if (answer.refused === 'AlreadyExists') known++
    else if (answer.refused === 'NotAllowed') throw new Stopped(`${as} may not take records over.`)
    else {
      const { field, problem } = { field: '', problem: '', ...(answer.with as { field?: string; problem?: string }) }
      errors.push({ line: line.line, field, problem: problem || answer.refused })
    }
  }
  const imported: Imported = { lines, taken, known, errors, sample, kept: !preview && !(allOrNothing && errors.length > 0) }
  if (!imported.kept) throw new NotKept(imported)
  return imported
}

/** Takes records over from a file: history, which owes nothing. The same file again changes nothing. X-5, C-15 */
export const importFile = async (options: ImportOptions): Promise<Imported> => {
  const pool = new pg.Pool({ connectionString: options.databaseUrl, max: 2 })
  const records = await openRecords({ pool, dataFolder: options.dataFolder })
  try {
    const { rows } = await pool.query<{ now: string }>('select floor(extract(epoch from clock_timestamp()) * 1000)::bigint as now')
    return await records.bulk((bulk) => takeOver(bulk, options, Number(rows[0]?.now) as Moment), { whole: reference, forget: true })
  } catch (error) {
    if (error instanceof NotKept) return error.imported
    throw error
  } finally {
    await records.close()
    await pool.end()
  }
}
