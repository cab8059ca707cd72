import { wears, type Hat } from '../kernel/actor.ts'
import type { Task } from '../kernel/task.ts'
import { openSeats, validSignatures, type Approval, type Seat } from './approval.ts'

/** Whether somebody could sign there: the seat is theirs, they made nothing of it, and have not signed in the chain. P-2 */
export const maySit = (approval: Approval, seat: Seat, hat: Hat) =>
  wears(hat, seat.holder) &&
  !approval.makers.includes(hat.person) &&
  !validSignatures(approval).some(({ by, inNameOf }) => by === hat.person || inNameOf === hat.person)

/**
 * Open seats that nobody who works here can sign. A delegation makes no difference: whoever acts for somebody may sign
 * exactly where that person may. B-10, P-2
 */
const unsignable = (approval: Approval, staff: readonly Hat[]): readonly Seat[] =>
  openSeats(approval).filter((seat) => !staff.some((hat) => maySit(approval, seat, hat)))

/** 改派: the administrator owes somebody for each of them; it ends by itself once the seat can be signed. B-10 */
export const reassignments = (approval: Approval, staff: readonly Hat[]): readonly Task[] =>
  unsignable(approval, staff).map((seat) => ({
    kind: 'do',
    holder: { position: 'administrator' },
    does: 'approval.reassign',
    part: seat.id,
    from: approval.since,
    about: approval.about,
    reads: [approval.subject.id],
  }))
