import type { Fact, Noun } from '../kernel/decision.ts'
import { keepingFiles } from '../kernel/file.ts'
import type { Id, PersonId } from '../kernel/values.ts'
import { correct } from './correct.ts'
import { amend, draft } from './draft.ts'
import { close, closeWithRepair, fined, fineEnded, handBack, handOver, letGroundGo, takeNote, takeOver, withdraw } from './end.ts'
import { evolve } from './evolve.ts'
import { fileExcuse, judgeExcuse } from './excuse.ts'
import { groundsAt, type GroundHeld } from './grounds.ts'
import { inspect } from './inspect.ts'
import { states, type Notice, type NoticeEvent, type NoticeId } from './notice.ts'
import {
  recordArrival,
  recordCompletion,
  recordPhoneCall,
  recordPlan,
  recordReceipt,
  recordRefusal,
  recordSlip,
  recordStart,
  serve,
} from './record.ts'
import { replays } from './replay.ts'
import { tasks } from './tasks.ts'

type GroundsNow = { readonly notice: Notice; readonly held: readonly GroundHeld[] } | undefined
/** The grounds that hold now, with the notice they are read from. N-5 */
const groundsNow: Fact<Notice, NoticeId, GroundsNow> = {
  find: (id) => ({ id }),
  read: ([notice], { now, rules }) => notice && { notice, held: groundsAt(notice, rules, now) },
}
/** Numbers of the notices about a complaint that are not over. C-5 */
const openFor: Fact<Notice, Id<'complaint'>, readonly string[]> = {
  find: (complaint) => ({ complaints: complaint, state: ['drafted', 'running', 'takenOver'] }),
  read: (found) => found.map(({ number }) => number),
}
/** What somebody is in charge of. P-5 */
const openOf: Fact<Notice, PersonId, readonly NoticeId[]> = {
  find: (person) => ({ representative: person, state: ['drafted', 'running', 'takenOver'] }),
  read: (found) => found.map(({ id }) => id),
}

export const notice = {
  evolve: keepingFiles(evolve),
  tasks,
  states,
  ends: ['closed', 'withdrawn'] as const,
  waitsOn: (record: Notice) => (record.state === 'takenOver' && record.repair ? { noun: 'emergencyRepair', id: record.repair } : undefined),
  facts: { groundsNow, openFor, openOf },
  replays,
  decisions: {
    draft,
    amend,
    serve,
    recordPhoneCall,
    recordReceipt,
    recordRefusal,
    recordArrival,
    recordPlan,
    recordStart,
    recordCompletion,
    recordSlip,
    fileExcuse,
    judgeExcuse,
    inspect,
    correct,
    close,
    withdraw,
    takeNote,
    letGroundGo,
    handOver,
    takeOver,
    handBack,
    closeWithRepair,
    fined,
    fineEnded,
  },
}
notice satisfies Noun<Notice, NoticeEvent>
