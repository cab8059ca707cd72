import type { Fact, Noun } from '../kernel/decision.ts'
import { keepingFiles } from '../kernel/file.ts'
import type { PersonId } from '../kernel/values.ts'
import { approved, groundFell, handOver, rejected, returned, stop } from './answers.ts'
import { appeal, decideAppeal, withdrawAppeal } from './appeal.ts'
import { draft, redraft } from './draft.ts'
import { draftOnSupervision, redraftOnSupervision } from './draft-on-supervision.ts'
import { evolve } from './evolve.ts'
import { blocks, states, type Fine, type FineEvent, type FineId, type Ground } from './fine.ts'
import { acknowledge, cancel, issue, settle } from './issue.ts'
import { dropRelief, proposeRelief, reliefApproved, reliefRejected, reliefReturned, reliefWithdrawn } from './relief.ts'
import { sign } from './sign.ts'
import { replays } from './replay.ts'
import { tasks } from './tasks.ts'

type Fined = readonly { readonly ground: Ground; readonly number: string }[]
/** The grounds of a notice that a fine in force, or on its way, rests on. F-10 */
const finedGrounds: Fact<Fine, { readonly notice: Fine['notice']; readonly except?: FineId }, Fined> = {
  find: ({ notice }) => ({ notice }),
  read: (found, { key }) =>
    found
      .filter((fine) => blocks(fine) && fine.id !== key.except)
      .flatMap(({ grounds, number }) => grounds.map(({ ground }) => ({ ground, number }))),
}
const unfinished = ['drafted', 'returned', 'signed'] as const
/** Fines somebody drafted and nobody has taken over. P-5 */
const openOf: Fact<Fine, PersonId, readonly FineId[]> = {
  find: (person) => ({ representative: person, state: unfinished }),
  read: (found) => found.filter(({ keeper }) => keeper === undefined).map(({ id }) => id),
}
/** Fines somebody writes on for a drafter who left. P-5 */
const keptBy: Fact<Fine, PersonId, readonly FineId[]> = {
  find: (person) => ({ keeper: person, state: unfinished }),
  read: (found) => found.map(({ id }) => id),
}

export const fine = {
  evolve: keepingFiles(evolve),
  tasks,
  states,
  ends: ['rejected', 'stopped', 'cleared', 'cancelled'] as const,
  waitsOn: ({ state, approval, relief }: Fine) => {
    const asked = state === 'signed' ? approval : relief?.approval
    return asked ? { noun: 'approval', id: asked } : undefined
  },
  // B-4: what is being decided; a desk's receipt is no change of it
  revision: (record: Fine) => record.edition,
  facts: { finedGrounds, openOf, keptBy },
  replays,
  decisions: {
    draft,
    draftOnSupervision,
    redraft,
    redraftOnSupervision,
    sign,
    approved,
    rejected,
    returned,
    stop,
    groundFell,
    handOver,
    issue,
    acknowledge,
    settle,
    appeal,
    withdrawAppeal,
    decideAppeal,
    proposeRelief,
    dropRelief,
    reliefApproved,
    reliefRejected,
    reliefReturned,
    reliefWithdrawn,
    cancel,
  },
}
fine satisfies Noun<Fine, FineEvent>
