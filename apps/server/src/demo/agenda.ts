import { isRefusal, type DecisionName, type Moment, type PersonId, type Refusal } from '@lintel/domain'
import type { Photos } from './photos.ts'
import type { Bulk } from '../records/bulk.ts'
import { idFrom } from '../records/identity.ts'

/** What somebody does next, and when. */
export type Act = { readonly at: Moment; readonly by: PersonId; readonly does: DecisionName; readonly on?: string; readonly input: unknown }
/** Nothing is done until then; or something else begins beside it. */
export type Pause = { readonly at: Moment; readonly wait: true }
export type Beside = { readonly beside: Course }
/** What comes back is the id of the record, or nothing where the rules refused it: life goes on, otherwise. */
export type Course<Result = void> = Generator<Act | Pause | Beside, Result, string | undefined>

type Entry = { readonly at: Moment; readonly n: number; readonly act: Act | Pause; readonly course: Course }
const earlier = (a: Entry, b: Entry) => a.at < b.at || (a.at === b.at && a.n < b.n)

/** A binary heap: what comes first is on top. */
class Waiting {
  readonly #entries: Entry[] = []

  push(entry: Entry) {
    const heap = this.#entries
    let n = heap.push(entry) - 1
    for (;;) {
      const above = (n - 1) >> 1
      const other = heap[above]
      if (n === 0 || !other || !earlier(entry, other)) break
      heap[n] = other
      n = above
    }
    heap[n] = entry
  }

  pop(): Entry | undefined {
    const heap = this.#entries
    const top = heap[0]
    const last = heap.pop()
    if (!top || !last || heap.length === 0) return top
    let n = 0
    for (;;) {
      let below = 2 * n + 1
      let other = heap[below]
      const right = heap[below + 1]
      if (other && right && earlier(right, other)) [below, other] = [below + 1, right]
      if (!other || !earlier(other, last)) break
      heap[n] = other
      n = below
    }
    heap[n] = last
    return top
  }
}

export type Played = { readonly acts: number; readonly refused: ReadonlyMap<string, number> }

/**
 * Everybody's doings in the order in which they happen, until now: the courses are then left as they are, and what
 * they would have done next is what is owed.
 */
export const play = async (
  bulk: Bulk,
  courses: Iterable<Course>,
  now: Moment,
  photos: Photos,
  onAct: (n: number, at: Moment) => void,
): Promise<Played> => {
  const waiting = new Waiting()
  const refused = new Map<string, number>()
  let n = 0
  const enter = (course: Course, answer: string | undefined, from: Moment) => {
    let next = course.next(answer)
    while (!next.done && 'beside' in next.value) {
      enter(next.value.beside, undefined, from)
      next = course.next(undefined)
    }
    if (next.done || 'beside' in next.value) return
    // nobody acts before they know what came of their last act
    const at = Math.max(next.value.at, from) as Moment
    if (at <= now) waiting.push({ at, n: n++, act: { ...next.value, at }, course })
  }
  for (const course of courses) enter(course, undefined, 0 as Moment)
  let acts = 0
  for (let entry = waiting.pop(); entry; entry = waiting.pop()) {
    const { act, course, at } = entry
    if ('wait' in act) {
      enter(course, undefined, at)
      continue
    }
    const { by, does, on, input } = act
    await photos.arrive(bulk)
    const answer: { readonly id: string } | Refusal = await bulk.decide(
      by,
      { does, input, key: idFrom('demo', `${entry.n}`), ...(on === undefined ? {} : { on: on as never }) },
      at,
    )
    if (isRefusal(answer)) refused.set(`${does} ${answer.refused}`, (refused.get(`${does} ${answer.refused}`) ?? 0) + 1)
    onAct(++acts, at)
    enter(course, isRefusal(answer) ? undefined : answer.id, at)
  }
  return { acts, refused }
}
