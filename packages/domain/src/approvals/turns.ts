import { earliest, latest, type Moment } from '../kernel/values.ts'
import { settled, stepSettled, type Approval, type Seat, type SeatId, type Step } from './approval.ts'

const settledAt = (seat: Seat): Moment | undefined =>
  settled(seat) ? latest(seat.signed?.at, ...[...seat.before, ...seat.after].map(settledAt)) : undefined
const stepSettledAt = (step: Step): Moment | undefined => {
  if (!stepSettled(step)) return undefined
  const all = step.seats.map(settledAt)
  return step.mode === 'any' ? earliest(...all) : latest(...all)
}

/**
 * Since when each seat has been, or was, asked to sign: the turn of its step, of the seat before it where they sign in
 * order, of whoever was asked first, or its being added (`asked`). Nothing where its turn has not come, or where a
 * signature given in an earlier turn stands. B-6, B-11
 */
export const turns = (approval: Approval, asked: ReadonlyMap<SeatId, Moment>): ReadonlyMap<SeatId, Moment> => {
  const found = new Map<SeatId, Moment>()
  const note = ({ id, signed }: Seat, at: Moment | undefined) => {
    if (at !== undefined && (signed === undefined || at <= signed.at)) found.set(id, at)
  }
  const walk = (seat: Seat, start: Moment | undefined): void => {
    if (start === undefined) return
    for (const other of seat.before) walk(other, latest(start, asked.get(other.id)))
    if (seat.before.every(settled)) note(seat, latest(start, ...seat.before.map(settledAt)))
    for (const other of seat.after) walk(other, seat.signed?.at)
  }
  let start: Moment | undefined = approval.round === 1 ? approval.openedAt : approval.since
  for (const step of approval.steps) {
    step.seats.forEach((seat, n) => {
      // a step sent back begins again; what was signed before that stands where it stood
      const stands = seat.signed !== undefined && seat.signed.at < approval.since
      const begins = start === undefined || stands ? start : latest(start, approval.since)
      const previous = step.seats[n - 1]
      walk(seat, step.mode === 'inOrder' && previous ? settledAt(previous) && latest(settledAt(previous), begins) : begins)
    })
    start = stepSettledAt(step)
  }
  return found
}
