import { beginning, type Chain, type Entry } from '../history/chain.ts'
import { columnIndex, type ColumnIndex } from './found.ts'
import { matches } from './mapping.ts'
import { factOf, type AnyFact, type AnyRecord, type Moment, type NounName, type Rules, type Where } from './nouns.ts'
import type { Newest, Source } from './source.ts'
import type { Stored } from './stored.ts'
import { watched, type Watched } from './watched.ts'

export type Chained = Entry & { readonly previous: string; readonly hash: string }
/** A record as it is now, with the version and the record the database has. */
export type Changed = { readonly stored: Stored; readonly was: number; readonly before: AnyRecord | undefined }

const question = (noun: NounName, where: Where) => `${noun} ${JSON.stringify(where)}`

/**
 * What one transaction has seen and changed. A command works on a stage; what it changed joins the rest when it
 * succeeds, and is forgotten when it is refused. One command or a hundred thousand go the same way.
 */
export class UnitOfWork {
  readonly #source: Source
  readonly #chain: Chain
  readonly #held = new Map<string, Stored>()
  readonly #index: ColumnIndex = columnIndex()
  readonly #watched: Watched = watched()
  /** Queries the source has answered; what it gave is held. */
  readonly #asked = new Set<string>()
  /** Records as the database has them, where they were loaded or saved. */
  readonly #saved = new Map<string, Stored>()
  #staged = new Map<string, Stored>()
  #stagedEvents: Entry[] = []
  #changed = new Set<string>()
  #happened: Chained[] = []

  constructor(source: Source, chain: Chain) {
    this.#source = source
    this.#chain = chain
  }

  async find(noun: NounName, id: string): Promise<Stored | undefined> {
    const known = this.#staged.get(id) ?? this.#held.get(id)
    if (known) return known.noun === noun ? known : undefined
    if (this.#source.holdsAll(noun) || this.#asked.has(question(noun, { id }))) return undefined
    const [loaded] = await this.#source.load(noun, [id])
    if (loaded) this.loaded(loaded)
    return loaded
  }

  /** Reads and locks records that will be decided on, in one go and in the order of their ids. */
  async lock(noun: NounName, ids: readonly string[]) {
    for (const stored of await this.#source.load(noun, ids)) if (!this.#held.has(stored.record.id)) this.loaded(stored)
  }

  /** A record as it is known here, without asking the source. */
  known = (id: string): Stored | undefined => this.#staged.get(id) ?? this.#held.get(id)

  loaded(stored: Stored) {
    this.#saved.set(stored.record.id, stored)
    this.#hold(stored)
  }

  #hold(stored: Stored) {
    const before = this.#held.get(stored.record.id)
    this.#held.set(stored.record.id, stored)
    this.#index.put(stored, before)
    this.#watched.put(stored.noun, before?.record, stored.record)
  }

  stage(stored: Stored, events: readonly Entry[]) {
    this.#staged.set(stored.record.id, stored)
    this.#stagedEvents.push(...events)
  }

  /** The command succeeded: what it did is part of the work, and its events get their places in the chains. */
  keep(): readonly NounName[] {
    const heads = new Map<string, string>()
    for (const entry of this.#stagedEvents) {
      const previous = heads.get(entry.record) ?? this.#held.get(entry.record)?.head ?? beginning
      const hash = this.#chain(previous, entry)
      heads.set(entry.record, hash)
      this.#happened.push({ ...entry, previous, hash })
    }
    for (const stored of this.#staged.values()) {
      this.#hold({ ...stored, head: heads.get(stored.record.id) ?? stored.head })
      this.#changed.add(stored.record.id)
    }
    const nouns = [...this.#staged.values()].map(({ noun }) => noun)
    this.drop()
    return nouns
  }

  /** The command was refused: it did nothing. */
  drop() {
    this.#staged = new Map()
    this.#stagedEvents = []
  }

  async facts(
    needs: Readonly<Record<string, (on: unknown, input: unknown) => unknown>>,
    on: unknown,
    input: unknown,
    at: { now: Moment; rules: Rules },
  ): Promise<Readonly<Record<string, unknown>>> {
    const facts: Record<string, unknown> = {}
    for (const [name, keyOf] of Object.entries(needs)) {
      const { name: noun, fact } = factOf(name)
      const key = keyOf(on, input)
      facts[name] = fact.read(await this.#about(noun, fact, key), { ...at, key })
    }
    return facts
  }

  async #about(noun: NounName, fact: AnyFact, key: unknown) {
    if (key === undefined) return fact.tally === undefined ? [] : new Map<string, number>()
    const where = fact.find(key)
    return fact.tally === undefined ? this.#found(noun, where, fact) : this.#tally(noun, where, fact.tally)
  }

  async #found(noun: NounName, where: Where, { newest, loose }: Pick<AnyFact, 'newest' | 'loose'>): Promise<readonly AnyRecord[]> {
    if (!this.#source.holdsAll(noun)) await this.#fetch(noun, where, newest, loose === true)
    if (!newest) return this.#matching(noun, where).toSorted((a, b) => (a.id < b.id ? -1 : 1))
    const { by, limit } = newest
    const kept = this.#watched.newest(noun, where, by, limit, () => this.all(noun))
    const staged = [...this.#staged.values()].filter((stored) => stored.noun === noun).map(({ record }) => record)
    if (staged.length === 0) return kept
    const when = (record: AnyRecord) => Number((record as unknown as Readonly<Record<string, unknown>>)[by] ?? -Infinity)
    return [...kept.filter(({ id }) => !this.#staged.has(id)), ...staged.filter((record) => matches(record, where))]
      .toSorted((a, b) => when(b) - when(a))
      .slice(0, limit)
  }

  async #fetch(noun: NounName, where: Where, newest: Newest | undefined, loose: boolean) {
    const { id } = where
    if (typeof id === 'string' && this.known(id)) return
    const asked = question(noun, where)
    if (this.#asked.has(asked)) return
    this.#asked.add(asked)
    for (const stored of await this.#source.find(noun, where, newest, loose)) if (!this.#held.has(stored.record.id)) this.loaded(stored)
  }

  /** Records by what they are known by, without a lock; nothing of it is asked for one by one again. */
  async look(noun: NounName, where: Where): Promise<readonly AnyRecord[]> {
    if (!this.#source.holdsAll(noun)) await this.#fetch(noun, where, undefined, true)
    const [[property, values] = [], ...others] = Object.entries(where)
    if (property !== undefined && Array.isArray(values) && others.length === 0)
      for (const value of values as readonly unknown[]) this.#asked.add(question(noun, { [property]: value }))
    return this.#matching(noun, where)
  }

  #matching(noun: NounName, where: Where): AnyRecord[] {
    const found: AnyRecord[] = []
    for (const id of this.#index.candidates(noun, where)) {
      const known = this.known(id)
      // an id may be another noun's: then it is none of these
      if (known?.noun === noun && matches(known.record, where)) found.push(known.record)
    }
    for (const { noun: other, record } of this.#staged.values())
      if (other === noun && matches(record, where) && !found.includes(record)) found.push(record)
    return found
  }

  async #tally(noun: NounName, where: Where, by: string): Promise<ReadonlyMap<string, number>> {
    const here = this.#source.holdsAll(noun)
    const counts = new Map(here ? this.#watched.counts(noun, where, by, () => this.all(noun)) : await this.#source.tally(noun, where, by))
    const add = (record: AnyRecord, n: number) => {
      const value = (record as unknown as Readonly<Record<string, unknown>>)[by]
      if (value !== undefined) counts.set(String(value), (counts.get(String(value)) ?? 0) + n)
    }
    // what is counted above is what is held here, or what the database has; what was changed since is counted as it is now
    for (const id of here ? this.#staged.keys() : new Set([...this.#changed, ...this.#staged.keys()])) {
      const [was, is] = [(here ? this.#held : this.#saved).get(id), this.known(id)]
      if (was?.noun === noun && matches(was.record, where)) add(was.record, -1)
      if (is?.noun === noun && matches(is.record, where)) add(is.record, 1)
    }
    return counts
  }

  /** The records to be saved, or those of them that are meant; they count as saved from here on. */
  takeChanged(meant: (stored: Stored) => boolean = () => true): readonly Changed[] {
    const changed: Changed[] = []
    for (const id of this.#changed) {
      const stored = this.#held.get(id)
      if (!stored || !meant(stored)) continue
      const saved = this.#saved.get(id)
      changed.push({ stored, was: saved?.version ?? 0, before: saved?.record })
      this.#saved.set(id, stored)
      this.#changed.delete(id)
    }
    return changed
  }

  /** The events to be saved, in the order in which they happened. */
  takeHappened(): readonly Chained[] {
    const happened = this.#happened
    this.#happened = []
    return happened
  }

  /** Lets go of records that are saved; whoever looks for one finds it in the database. */
  forget(changed: readonly Changed[]) {
    for (const { stored } of changed) {
      if (this.#changed.has(stored.record.id)) continue
      this.#held.delete(stored.record.id)
      this.#saved.delete(stored.record.id)
      this.#index.drop(stored)
    }
    this.#asked.clear()
  }

  /** Lets go of everything but these nouns, once all of it is saved. */
  forgetAll(but: readonly NounName[]) {
    const kept = [...this.#held.values()].filter(({ record, noun }) => this.#changed.has(record.id) || but.includes(noun))
    for (const stored of this.#held.values()) this.#index.drop(stored)
    this.#held.clear()
    for (const stored of kept) this.#hold(stored)
    const ids = new Set(kept.map(({ record }) => record.id))
    for (const id of this.#saved.keys()) if (!ids.has(id)) this.#saved.delete(id)
    this.#asked.clear()
  }

  get waiting() {
    return this.#happened.length
  }

  /** Every record of a noun that is held here, as it is now. */
  *all(noun: NounName): Generator<AnyRecord> {
    for (const stored of this.#held.values()) if (stored.noun === noun) yield stored.record
  }
}
