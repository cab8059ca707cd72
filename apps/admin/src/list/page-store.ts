import type { Place } from '@lintel/ui'
import type { CombinedError } from 'urql'

export type Page<Node> = { edges: readonly { node: Node }[]; pageInfo: { hasNextPage: boolean; endCursor?: string | null } }
export type ReadPage<Node> = (
  first: number,
  after: string | undefined,
) => Promise<{ page: Page<Node> } | { error: CombinedError | undefined }>

/** A page knows where it begins and how long it is; its rows are let go when nobody looks at them. */
type Slot<Node> = { readonly after: string | undefined; readonly length: number; nodes: readonly Node[] | undefined }
type Mark = 'changed' | 'gone'

/** Pages on either side of what is looked at that stay at hand. */
const near = 2
/** For how long it shows that somebody changed a row. */
const markedFor = 8_000

/**
 * A list by keyset pages, of which only those one looks at are held: what is far away is let go and read again by its
 * cursor, so that the hundred-thousandth row weighs as little as the first. Nothing here knows React.
 */
export class PageStore<Node extends { id: string }> {
  readonly #read: ReadPage<Node>
  readonly #size: number
  #slots: Slot<Node>[] = []
  /** Where each page begins, found again once a page came, went or changed its length. */
  #starts: number[] | undefined
  /** Where the next page begins; nothing where the list has ended. */
  #next: string | undefined
  /** The pages whose rows are at hand. */
  #held = new Set<number>()
  #reading = new Map<number, Promise<void>>()
  #wanted: { from: number; until: number } | undefined
  #listeners = new Set<() => void>()
  #marks = new Map<string, Mark>()
  #fresh = new Set<string>()
  #fading: ReturnType<typeof setTimeout> | undefined
  #missing: ReturnType<typeof setTimeout> | undefined
  /** What was asked before the list was begun anew is no longer of use. */
  #era = 0

  state: 'loading' | 'ready' | 'failed' = 'loading'
  error: CombinedError | undefined
  /** Counts up with every change, for whoever watches. */
  version = 0
  usedAt = Date.now()
  /** Where the reader was in it; another one once it was begun anew. */
  place: { current: Place | undefined } = { current: undefined }

  constructor(read: ReadPage<Node>, size: number) {
    this.#read = read
    this.#size = size
  }

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }
  #changed() {
    this.version += 1
    for (const each of this.#listeners) each()
  }

  get count() {
    return this.#begins().at(-1) ?? 0
  }
  get more() {
    return this.#next !== undefined
  }
  get loading() {
    return this.#reading.size > 0
  }
  /** What is at hand, in its order. */
  get nodes(): readonly Node[] {
    return [...this.#held].toSorted((a, b) => a - b).flatMap((n) => this.#slots[n]?.nodes ?? [])
  }
  get news() {
    return { fresh: this.#fresh.size, gone: [...this.#marks.values()].filter((mark) => mark === 'gone').length }
  }
  mark(id: string) {
    return this.#marks.get(id)
  }

  #begins(): readonly number[] {
    if (this.#starts) return this.#starts
    const starts = [0]
    for (const { length } of this.#slots) starts.push((starts.at(-1) ?? 0) + length)
    this.#starts = starts
    return starts
  }
  #locate(index: number): { slot: number; at: number } | undefined {
    const starts = this.#begins()
    if (index < 0 || index >= this.count) return undefined
    let [low, high] = [0, this.#slots.length - 1]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((starts[middle] ?? 0) <= index) low = middle
      else high = middle - 1
    }
    return { slot: low, at: index - (starts[low] ?? 0) }
  }
  at(index: number): Node | undefined {
    const found = this.#locate(index)
    return found && this.#slots[found.slot]?.nodes?.[found.at]
  }

  /** From the beginning; what is shown stays until the first page has come. */
  async begin() {
    this.#era += 1
    const era = this.#era
    if (this.state === 'failed') this.state = 'loading'
    this.#changed()
    const answer = await this.#read(this.#size, undefined)
    if (era !== this.#era) return
    this.#reading.clear()
    this.#marks.clear()
    this.#fresh.clear()
    if ('page' in answer) {
      this.#slots = []
      this.#held.clear()
      this.#starts = undefined
      this.#wanted = undefined
      this.place = { current: undefined }
      this.#append(answer.page, undefined)
      this.state = 'ready'
      this.error = undefined
    } else {
      this.state = 'failed'
      this.error = answer.error
    }
    this.#changed()
  }
  #append(page: Page<Node>, after: string | undefined) {
    const known = new Set(this.#slots.at(-1)?.nodes?.map(({ id }) => id))
    const nodes = page.edges.map(({ node }) => node).filter(({ id }) => !known.has(id))
    this.#held.add(this.#slots.length)
    this.#slots.push({ after, length: nodes.length, nodes })
    this.#starts = undefined
    this.#next = page.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? undefined) : undefined
  }

  /** The page behind the last one. */
  next = async () => {
    const after = this.#next
    const slot = this.#slots.length
    if (after === undefined || this.#reading.has(slot)) return this.#reading.get(slot)
    const era = this.#era
    const reading = this.#read(this.#size, after).then((answer) => {
      if (era !== this.#era) return
      this.#reading.delete(slot)
      if ('page' in answer) this.#append(answer.page, after)
      this.#changed()
    })
    this.#reading.set(slot, reading)
    this.#changed()
    return reading
  }

  /** These places are looked at: they are read, the next page in time, and what is far from them is let go. */
  want = (from: number, until: number) => {
    this.#wanted = { from, until }
    const first = this.#locate(from)?.slot ?? this.#slots.length - 1
    const last = this.#locate(until)?.slot ?? this.#slots.length - 1
    for (const n of this.#held) {
      const slot = this.#slots[n]
      if (slot && n >= first - near && n <= last + near) continue
      if (slot) slot.nodes = undefined
      this.#held.delete(n)
    }
    if (until >= this.count - this.#size / 2) void this.next()
    clearTimeout(this.#missing)
    // while somebody flies over them, pages are not asked for
    this.#missing = setTimeout(() => {
      for (let n = Math.max(0, first - 1); n <= last + 1; n++) void this.#again(n)
    }, 60)
  }
  async #again(n: number) {
    const slot = this.#slots[n]
    if (!slot || slot.nodes || this.#reading.has(n)) return
    const era = this.#era
    const reading = this.#read(this.#size, slot.after).then((answer) => {
      if (era !== this.#era) return
      this.#reading.delete(n)
      if ('page' in answer) this.#replace(n, answer.page)
      this.#changed()
    })
    this.#reading.set(n, reading)
  }
  /** A page as it is now; where it no longer ends as it did, what followed is read anew from there. */
  #replace(n: number, page: Page<Node>) {
    const slot = this.#slots[n]
    if (!slot) return
    const nodes = page.edges.map(({ node }) => node)
    const end = page.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? undefined) : undefined
    const follows = this.#slots[n + 1]?.after ?? (n === this.#slots.length - 1 ? this.#next : undefined)
    this.#slots[n] = { after: slot.after, length: nodes.length, nodes }
    this.#held.add(n)
    this.#starts = undefined
    if (end === follows) return
    this.#slots.length = n + 1
    this.#next = end
  }

  /** Reads what is looked at again, in place: after a decision of one's own, and when one comes back to the list. */
  async refresh() {
    if (this.state !== 'ready' || this.#slots.every(({ nodes }) => !nodes)) return this.begin()
    const era = this.#era
    const { first, last } = this.#looked()
    for (let n = first; n <= last && n < this.#slots.length; n++) {
      const slot = this.#slots[n]
      if (!slot) break
      const answer = await this.#read(this.#size, slot.after)
      if (era !== this.#era || !('page' in answer)) return
      this.#replace(n, answer.page)
    }
    for (const [id, mark] of this.#marks) if (mark === 'gone') this.#marks.delete(id)
    this.#fresh.clear()
    this.#changed()
  }
  #looked() {
    const first = this.#wanted ? (this.#locate(this.#wanted.from)?.slot ?? 0) : 0
    const last = this.#wanted ? (this.#locate(this.#wanted.until)?.slot ?? this.#slots.length - 1) : this.#slots.length - 1
    return { first, last }
  }

  /**
   * Somebody else changed something: rows are brought up to date where they stand and marked; nothing moves, nothing comes
   * in between. What is new or has left is counted. REL-11
   */
  async notice(isOwn: (id: string) => boolean) {
    if (this.state !== 'ready' || this.count === 0) return this.begin()
    const era = this.#era
    const { first, last } = this.#looked()
    const pages = [...new Set([0, ...Array.from({ length: last - first + 1 }, (_, n) => first + n)])].filter((n) => this.#slots[n])
    const answers = await Promise.all(pages.map((n) => this.#read(this.#size, this.#slots[n]?.after)))
    if (era !== this.#era) return
    const known = new Set(this.nodes.map(({ id }) => id))
    const now = new Map<string, Node>()
    for (const answer of answers) if ('page' in answer) for (const { node } of answer.page.edges) now.set(node.id, node)
    const marked: string[] = []
    for (const [n, answer] of answers.entries()) {
      const slot = this.#slots[pages[n] ?? -1]
      if (!slot?.nodes || !('page' in answer)) continue
      const edges = answer.page.edges
      // unknown rows behind the last known one only moved up from the next page
      const until = answer.page.pageInfo.hasNextPage ? edges.findLastIndex(({ node }) => known.has(node.id)) : edges.length
      for (const { node } of edges.slice(0, Math.max(0, until))) if (!known.has(node.id)) this.#fresh.add(node.id)
      // those behind the last one that is still there may only have moved down to the next page
      const still = slot.nodes.findLastIndex(({ id }) => now.has(id))
      const certain = still === -1 || !answer.page.pageInfo.hasNextPage ? slot.nodes.length : still
      slot.nodes = slot.nodes.map((was, place) => {
        const is = now.get(was.id)
        if (!is) {
          if (place < certain) this.#marks.set(was.id, 'gone')
          return was
        }
        if (this.#marks.get(was.id) === 'gone') this.#marks.delete(was.id)
        if (JSON.stringify(is) === JSON.stringify(was)) return was
        if (!isOwn(was.id)) {
          this.#marks.set(was.id, 'changed')
          marked.push(was.id)
        }
        return is
      })
    }
    // what one sent away oneself goes at once
    if ([...this.#marks].some(([id, mark]) => mark === 'gone' && isOwn(id))) return this.refresh()
    this.#changed()
    if (marked.length > 0) this.#fade()
  }
  #fade() {
    clearTimeout(this.#fading)
    this.#fading = setTimeout(() => {
      for (const [id, mark] of this.#marks) if (mark === 'changed') this.#marks.delete(id)
      this.#changed()
    }, markedFor)
  }

  /** The ids of rows from one place to another; what was let go is read for it and let go again. */
  idsBetween = async (from: number, until: number): Promise<readonly string[]> => {
    const ids: string[] = []
    let before = 0
    for (const { after, length, nodes } of this.#slots) {
      const [begin, end] = [Math.max(from - before, 0), Math.min(until - before + 1, length)]
      before += length
      if (begin >= end) continue
      const answer = nodes ? undefined : await this.#read(this.#size, after)
      const here = nodes ?? (answer && 'page' in answer ? answer.page.edges.map(({ node }) => node) : [])
      ids.push(...here.slice(begin, end).map(({ id }) => id))
    }
    return ids
  }
}
