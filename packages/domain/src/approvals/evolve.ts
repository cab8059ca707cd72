import { allSeats, type Approval, type ApprovalEvent, type NewStep, type Seat, type SeatId, type Signature, type Step } from './approval.ts'

const seatsFrom = (steps: readonly NewStep[], round: number): readonly Step[] =>
  steps.map(({ mode, seats }, s) => ({
    mode,
    seats: seats.map((holder, n) => ({ id: `${round}.${s}.${n}` as SeatId, holder, before: [], after: [] })),
  }))

const change = (seats: readonly Seat[], id: SeatId, to: (seat: Seat) => Seat): readonly Seat[] =>
  seats.map((seat) => (seat.id === id ? to(seat) : { ...seat, before: change(seat.before, id, to), after: change(seat.after, id, to) }))

const unsigned = ({ signed: _, ...seat }: Seat): Seat => ({ ...seat, before: seat.before.map(unsigned), after: seat.after.map(unsigned) })
const voided = (seats: readonly Seat[], why: Signature['void'] & string): readonly Signature[] =>
  allSeats(seats).flatMap((seat) => (seat.signed ? [{ ...seat.signed, void: why }] : []))

export const evolve = (approval: Approval | undefined, event: ApprovalEvent): Approval => {
  if (event.type === 'Opened') {
    const { type: _, at, steps, ...rest } = event
    return { ...rest, state: 'open', round: 1, steps: seatsFrom(steps, 1), past: [], openedAt: at, since: at }
  }
  const was = approval as Approval
  const inSeat = (id: SeatId, to: (seat: Seat) => Seat): Approval => ({
    ...was,
    steps: was.steps.map((step) => ({ ...step, seats: change(step.seats, id, to) })),
  })
  switch (event.type) {
    case 'Signed':
      return inSeat(event.seat, (seat) => ({ ...seat, signed: event.signature }))
    case 'HandedOver':
      return inSeat(event.seat, (seat) => ({ ...seat, holder: event.to }))
    case 'SignersAdded':
      return inSeat(event.seat, (seat) => ({
        ...seat,
        [event.where]: [...seat[event.where], ...event.added.map((added) => ({ ...added, before: [], after: [] }))],
      }))
    case 'SentBack':
      return {
        ...was,
        past: [...was.past, ...voided(was.steps[event.step]?.seats ?? [], 'sentBack')],
        since: event.at,
        steps: was.steps.map((step, n) => (n === event.step ? { ...step, seats: step.seats.map(unsigned) } : step)),
      }
    case 'Resubmitted': {
      const { ended: _, ...open } = was
      return {
        ...open,
        state: 'open',
        round: was.round + 1,
        kind: event.kind,
        makers: event.makers,
        about: event.about,
        reads: event.reads,
        past: [
          ...was.past,
          ...voided(
            was.steps.flatMap((step) => step.seats),
            'resubmitted',
          ),
        ],
        steps: seatsFrom(event.steps, was.round + 1),
        since: event.at,
      }
    }
    case 'Urged':
      return { ...was, urgedAt: event.at }
    case 'Commented':
      return was
    case 'Ended': {
      const { by, at, reason } = event
      return { ...was, state: event.as, ended: { by, at, ...(reason === undefined ? {} : { reason }) } }
    }
  }
}
