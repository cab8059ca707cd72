import { isRefusal, type Moment, type NounName, type PersonId } from '@lintel/domain'
import { Stopped } from '@lintel/tooling/stopped.ts'
import pg from 'pg'
import { databaseNow } from '../database/time.ts'
import type { Bulk } from '../records/bulk.ts'
import { idFrom } from '../records/identity.ts'
import type { AnyRecord } from '../records/nouns.ts'
import { openRecords } from '../records/records.ts'
import { linesOf, type Line } from './lines.ts'
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

/** Ends the transaction without keeping it. */
class NotKept extends Error {
  override readonly name = 'NotKept'
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

/** How many lines go in one transaction where each line stands for itself: people go on working meanwhile. */
const portion = 4_000

type Tally = {
  lines: number
  taken: number
  known: number
  readonly errors: LineError[]
  readonly sample: Readonly<Record<string, unknown>>[]
}

/** Decides the next lines; whether there are more. */
const takeOver = async (
  bulk: Bulk,
  rest: AsyncIterator<Line>,
  tally: Tally,
  { mapping, as, onProgress }: ImportOptions,
  most: number,
  now: Moment,
) => {
  const by = whoIs(bulk, as)
  const find = finderIn(bulk)
  for (let n = 0; n < most; n++) {
    const next = await rest.next()
    if (next.done) return false
    const line = next.value
    if (++tally.lines % 500 === 0) onProgress?.(tally.lines)
    const input = readLine(mapping, line, find)
    if (isLineProblem(input)) {
      tally.errors.push({ line: line.line, field: input.field, problem: input.problem })
      continue
    }
    const key = idFrom('import', mapping.source, String(input['sourceId']))
    const answer = await bulk.decide(by, { does: 'complaint.importHistory', input, key }, now)
    if (!isRefusal(answer)) {
      tally.taken++
      if (tally.sample.length < shown) tally.sample.push(input)
    } else if (answer.refused === 'AlreadyExists') tally.known++
    else if (answer.refused === 'NotAllowed') throw new Stopped(`${as} may not take records over.`)
    else {
      const { field, problem } = { field: '', problem: '', ...(answer.with as { field?: string; problem?: string }) }
      tally.errors.push({ line: line.line, field, problem: problem || answer.refused })
    }
  }
  return true
}

/**
 * Takes records over from a file: history, which owes nothing. The same file again changes nothing, so one that was
 * interrupted is gone on with by taking it once more. X-5, C-15
 */
export const importFile = async (options: ImportOptions): Promise<Imported> => {
  const { databaseUrl, dataFolder, file, mapping, preview = false, allOrNothing = false } = options
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 })
  const records = await openRecords({ pool, dataFolder })
  const rest = linesOf(file, mapping)
  const tally: Tally = { lines: 0, taken: 0, known: 0, errors: [], sample: [] }
  const whole = preview || allOrNothing
  let before = 0
  try {
    const now = await databaseNow(pool)
    for (let more = true; more;) {
      more = await records.bulk(
        async (bulk) => {
          const left = await takeOver(bulk, rest, tally, options, whole ? Infinity : portion, now)
          if (preview || (allOrNothing && tally.errors.length > 0)) throw new NotKept()
          return left
        },
        { whole: reference, forget: true },
      )
      before = tally.taken
    }
    return { ...tally, kept: true }
  } catch (error) {
    if (error instanceof NotKept) return { ...tally, kept: false }
    if (error instanceof Stopped && before > 0) throw new Stopped(`${error.message} The ${before} records before are kept.`)
    throw error
  } finally {
    await rest.return(undefined)
    await records.close()
    await pool.end()
  }
}
