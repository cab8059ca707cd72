import { choice, list, longText, optional, ref, text } from '../kernel/input.ts'
import type { Facts, Outcome } from '../kernel/decision.ts'
import { isRefusal, refuse, type Refusal } from '../kernel/refusal.ts'
import type { PersonId } from '../kernel/values.ts'
import { allSeats, seatsOf, sitting, validSignatures, type Approval, type ApprovalEvent, type On, type SeatId } from './approval.ts'

const by = { task: 'approval.approve' } as const
const refuses = ['NoSuchSeat', 'OwnRequest', 'AlreadySigned', 'HasOwnSeat', 'SameRecord', 'PersonDisabled'] as const
const comment = optional(longText(1000))

/** Whoever has left cannot be asked. P-5 */
const gone = (people: readonly PersonId[], facts: Facts<'person.present'>) =>
  people.every((person) => facts['person.present'].includes(person)) ? undefined : refuse('PersonDisabled')

/** No maker, nobody already named in that step, nobody who has signed in the chain. B-11, P-2 */
export const cannotSit = (approval: Approval, beside: SeatId | undefined, to: PersonId): Refusal | undefined => {
  if (approval.makers.includes(to)) return refuse('OwnRequest')
  const step = approval.steps.find(({ seats }) => allSeats(seats).some(({ id }) => id === beside))
  const named = allSeats(step?.seats ?? []).some(({ holder }) => 'person' in holder && holder.person === to)
  const signed = validSignatures(approval).some(({ by: signer, inNameOf }) => signer === to || inNameOf === to)
  return named || signed ? refuse('AlreadySigned') : undefined
}

const transferInput = { seat: text(60), to: ref('person'), comment }
/** 转办: the seat becomes the colleague's; both names are kept. B-2 */
export const transfer: On<typeof transferInput, 'person.present'> = {
  input: transferInput,
  from: ['open'],
  by,
  refuses,
  needs: { 'person.present': (_, input) => input && [input.to] },
  decide(approval, { seat: id, to, comment: said }, { actor, now }, facts) {
    const seat = id as SeatId
    const at = sitting(approval, seat, actor, now)
    if (isRefusal(at)) return at
    if (to === actor.person) return refuse('SameRecord')
    const no = cannotSit(approval, seat, to) ?? gone([to], facts)
    if (no) return no
    return {
      events: [
        {
          type: 'HandedOver',
          seat,
          to: { person: to },
          by: actor.person,
          inNameOf: at.inNameOf,
          at: now,
          ...(said ? { comment: said } : {}),
        },
      ],
    }
  },
}

const addInput = {
  seat: text(60),
  where: choice('SignersWhere', ['before', 'after']),
  signers: list(ref('person'), { min: 1, max: 10 }),
  comment,
}
/** 加签: `before`: they sign, then I decide; `after`: I sign now, and they must as well. B-11 */
export const addSigners: On<typeof addInput, 'person.present'> = {
  input: addInput,
  from: ['open'],
  by,
  refuses,
  needs: { 'person.present': (_, input) => input?.signers },
  decide(approval, { seat: id, where, signers, comment: said }, { actor, now }, facts): Outcome<ApprovalEvent> | Refusal {
    const seat = id as SeatId
    const at = sitting(approval, seat, actor, now)
    if (isRefusal(at)) return at
    if (new Set(signers).size < signers.length || signers.includes(actor.person)) return refuse('SameRecord')
    const no = signers.map((person) => cannotSit(approval, seat, person)).find((refusal) => refusal) ?? gone(signers, facts)
    if (no) return no
    const added = signers.map((person, n) => ({ id: `${id}/${where}${at.seat[where].length + n}` as SeatId, holder: { person } }))
    const hung: ApprovalEvent = { type: 'SignersAdded', seat, where, added, by: actor.person, at: now, ...(said ? { comment: said } : {}) }
    const signature = { by: actor.person, inNameOf: at.inNameOf, at: now, round: approval.round, seat, ...(said ? { comment: said } : {}) }
    return { events: where === 'before' ? [hung] : [hung, { type: 'Signed', seat, signature }] }
  },
}

const reassignInput = { seat: text(60), to: ref('person'), comment }
/** The administrator, for a person who left: any seat not yet signed, also of a later step. B-2, P-5 */
export const reassign: On<typeof reassignInput, 'person.present'> = {
  input: reassignInput,
  from: ['open'],
  by: { permission: 'approval.reassign' },
  refuses,
  needs: { 'person.present': (_, input) => input && [input.to] },
  decide(approval, { seat: id, to, comment: said }, { actor, now }, facts) {
    const seat = seatsOf(approval).find((other) => other.id === id)
    if (!seat) return refuse('NoSuchSeat')
    if (seat.signed) return refuse('AlreadyDecided', { by: seat.signed.by, at: seat.signed.at })
    const no = cannotSit(approval, seat.id, to) ?? gone([to], facts)
    if (no) return no
    return {
      events: [
        {
          type: 'HandedOver',
          seat: seat.id,
          to: { person: to },
          by: actor.person,
          inNameOf: actor.person,
          at: now,
          ...(said ? { comment: said } : {}),
        },
      ],
    }
  },
}
