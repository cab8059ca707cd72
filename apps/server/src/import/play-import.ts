import type { Moment } from '@lintel/domain'
import type { Bulk } from '../records/bulk.ts'
import type { ImportKind } from './kinds/kind.ts'
import type { ImportParts } from './import-parts.ts'
import { countsOf, keepLines, sampleOf } from './outcomes.ts'
import type { Line } from './read-lines.ts'
import { counted, none, type Counts, type ImportRow, type Sampled } from './row.ts'
import { takeOver, type Outcome, type Taking } from './take-over.ts'

/** Ends a transaction without keeping it. */
class NotKept extends Error {
  override readonly name = 'NotKept'
}
/** Somebody wants it to end. */
class ToldToStop extends Error {
  override readonly name = 'ToldToStop'
}

const shownRecords = 20
/** Where one bad line keeps everything out, more of them say nothing more. */
const enoughErrors = 10_000

type Write = (text: string, values: readonly unknown[]) => Promise<unknown>
type Portions = AsyncIterable<readonly Line[]>

/**
 * One import being played: checked, which keeps nothing; taken over line by line, each portion with how far it went in one
 * transaction; or as a whole, in one.
 */
export class Play {
  readonly #parts: ImportParts
  readonly #row: ImportRow
  readonly #kind: ImportKind
  readonly #now: Moment
  readonly #taking: Taking
  #counts: Counts
  #read: number
  #sample: readonly Sampled[] = []

  constructor(parts: ImportParts, row: ImportRow, kind: ImportKind, now: Moment) {
    this.#parts = parts
    this.#row = row
    this.#kind = kind
    this.#now = now
    const goesOn = row.state === 'running' && !row.allOrNothing
    this.#counts = goesOn ? row : none
    this.#read = goesOn ? row.read : 0
    this.#taking = {
      kind,
      mapping: { source: row.source, inputs: row.mapping },
      by: row.by,
      applyChanges: row.applyChanges,
      reason: `导入 ${row.fileName}`.slice(0, 500),
      ...(row.state === 'checking' ? { brought: new Set() } : {}),
    }
  }

  /** The line of the file after which it goes on. */
  get from(): number {
    return this.#read === 0 ? 0 : this.#row.position
  }

  get #write(): Write {
    return (text, values) => this.#parts.pool.query(text, [...values])
  }

  /** What an earlier attempt said of lines is said again, unless it goes on where that was. */
  async begin() {
    if (this.from === 0) await this.#write('delete from import_line where import_id = $1', [this.#row.id])
  }

  async all(portions: Portions) {
    try {
      if (this.#row.state === 'checking') await this.#check(portions)
      else if (this.#row.allOrNothing) await this.#asAWhole(portions)
      else await this.#lineByLine(portions)
    } catch (error) {
      if (!(error instanceof ToldToStop)) throw error
      await this.#end(this.#write, 'cancelled')
    }
  }

  async #check(portions: Portions) {
    for await (const lines of portions) {
      await this.#unlessStopped()
      let outcomes: readonly Outcome[] = []
      await this.#bulk(async (bulk) => {
        outcomes = await takeOver(bulk, this.#taking, lines, this.#now)
        throw new NotKept()
      }, Infinity).catch((error: unknown) => {
        if (!(error instanceof NotKept)) throw error
      })
      if (this.#sample.length < shownRecords)
        this.#sample = [...this.#sample, ...sampleOf(this.#kind, this.#taking.mapping, lines, outcomes, shownRecords - this.#sample.length)]
      await this.#note(this.#write, outcomes, lines)
    }
    await this.#write(
      `update import set state = 'checked', lines = "read", sample = $2, checked_at = now(), stop = false where id = $1 and state = 'checking'`,
      [this.#row.id, JSON.stringify(this.#sample)],
    )
  }

  async #lineByLine(portions: Portions) {
    for await (const lines of portions) {
      await this.#unlessStopped()
      await this.#bulk(async (bulk) =>
        this.#note((text, values) => bulk.beside(text, values), await takeOver(bulk, this.#taking, lines, this.#now), lines),
      )
    }
    await this.#end(this.#write, 'done')
  }

  async #asAWhole(portions: Portions) {
    await this.#bulk(async (bulk) => {
      for await (const lines of portions) {
        await this.#unlessStopped()
        await this.#note(this.#write, await takeOver(bulk, this.#taking, lines, this.#now), lines)
        if (this.#counts.errors >= enoughErrors) break
        await bulk.flush()
      }
      if (this.#counts.errors > 0) throw new NotKept()
      await this.#end((text, values) => bulk.beside(text, values), 'done')
    }).catch(async (error: unknown) => {
      if (!(error instanceof NotKept)) throw error
      await this.#end(this.#write, 'refused')
    })
  }

  #bulk(work: (bulk: Bulk) => Promise<void>, every?: number) {
    return this.#parts.records.bulk(work, { forget: true, ...(every === undefined ? {} : { every }) })
  }

  /** How far it went, with what became of these lines. */
  async #note(write: Write, outcomes: readonly Outcome[], lines: readonly Line[]) {
    const more = countsOf(outcomes)
    const counts = Object.fromEntries(counted.map((name) => [name, this.#counts[name] + more[name]])) as Counts
    const read = this.#read + lines.length
    await keepLines(write, this.#row.id, outcomes)
    await write(
      `update import set position = $2, "read" = $3, ${counted.map((name, n) => `${name} = $${n + 4}`).join(', ')} where id = $1`,
      [this.#row.id, lines.at(-1)?.line ?? 0, read, ...counted.map((name) => counts[name])],
    )
    this.#counts = counts
    this.#read = read
  }

  #end(write: Write, state: 'done' | 'refused' | 'cancelled') {
    const { id } = this.#row
    return write(`update import set state = $2, lines = coalesce(lines, "read"), ended_at = now() where id = $1 and ended_at is null`, [
      id,
      state,
    ])
  }

  async #unlessStopped() {
    const { rows } = await this.#parts.pool.query<{ stop: boolean }>('select stop from import where id = $1', [this.#row.id])
    if (rows[0]?.stop) throw new ToldToStop()
  }
}
