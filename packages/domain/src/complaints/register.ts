import { elements, trades } from '../kernel/building-parts.ts'
import { choice, happened, longText, optional, proofs, ref, text } from '../kernel/input.ts'
import { refuse } from '../kernel/refusal.ts'
import { channels, kinds, severities, type OpensComplaint } from './complaint.ts'

const aboutInput = {
  project: ref('project'),
  building: optional(ref('building')),
  unit: optional(ref('unit')),
  place: optional(text(200)),
  customer: optional(ref('customer')),
  kind: choice('ComplaintKind', kinds),
  channel: choice('Channel', channels),
  category: ref('category'),
  element: optional(choice('Element', elements)),
  trade: optional(choice('Trade', trades)),
  severity: choice('Severity', severities),
  title: text(120),
  wording: longText(20_000),
  wish: optional(longText(2000)),
}
const registerInput = {
  ...aboutInput,
  evidence: optional(proofs()),
  representative: optional(ref('person')),
  answer: optional(longText(4000)),
}
/**
 * 登记. Without a named representative the one on duty for the project and category with the least open cases gets it
 * (C-14); an enquiry answered on the spot is closed with its answer (C-8).
 */
export const register: OpensComplaint<typeof registerInput, 'person.onDuty' | 'complaint.load' | 'category.standing' | 'unit.home'> = {
  input: registerInput,
  opens: true,
  to: ['registered', 'closed'],
  by: { permission: 'complaint.register' },
  series: 'complaint',
  refuses: ['RetiredEntry', 'OtherProject', 'PersonDisabled', 'Incomplete'],
  needs: {
    'person.onDuty': () => 'representative',
    'complaint.load': (_, { project }) => project,
    'category.standing': (_, { category }) => category,
    'unit.home': (_, { unit }) => unit,
  },
  decide(id, { answer, representative, evidence: shown, ...given }, { actor, now, number }, facts) {
    const category = facts['category.standing']
    if (!category) return refuse('NotFound')
    if (category.retired) return refuse('RetiredEntry', { what: category.name })
    const home = facts['unit.home']
    if (given.unit && !home) return refuse('NotFound')
    if (home && home.project !== given.project) return refuse('OtherProject')
    if (answer !== undefined && given.kind !== 'enquiry') return refuse('Incomplete', { what: 'kind' })
    const duty = facts['person.onDuty']
    if (representative && !duty.some((one) => one.person === representative)) return refuse('PersonDisabled')
    const here = duty.filter(({ projects }) => projects === 'all' || projects.includes(given.project))
    const forCategory = here.filter(({ categories }) => categories.some((handled) => category.path.includes(handled)))
    const load = facts['complaint.load']
    const least = (forCategory.length ? forCategory : here).toSorted(
      (a, b) => (load.get(a.person) ?? 0) - (load.get(b.person) ?? 0) || a.person.localeCompare(b.person),
    )[0]
    const charge = representative ?? least?.person
    return {
      events: [
        {
          type: 'Registered',
          id,
          number,
          ...given,
          ...(home ? { building: home.building } : {}),
          evidence: shown ?? [],
          by: actor.person,
          at: now,
          ...(charge && answer === undefined ? { representative: charge } : {}),
          ...(answer === undefined ? {} : { answer }),
        },
      ],
    }
  },
}

const importInput = {
  ...aboutInput,
  registeredAt: happened(),
  source: text(60),
  sourceId: text(120),
  reply: optional(longText(40_000)),
  repliedAt: optional(happened()),
}
/** 导入历史记录: its times say what they say, and it owes nothing. C-15 */
export const importHistory: OpensComplaint<typeof importInput, 'complaint.imported'> = {
  input: importInput,
  opens: true,
  to: ['registered', 'closed'],
  by: { permission: 'complaint.import' },
  series: 'complaint',
  refuses: ['BeforeItsTime', 'Incomplete', 'InTheFuture'],
  needs: { 'complaint.imported': (_, { source, sourceId }) => `${source}/${sourceId}` },
  decide(id, { reply, repliedAt, ...given }, { actor, now, number }, facts) {
    if (facts['complaint.imported']) return refuse('AlreadyExists', { what: facts['complaint.imported'] })
    if (reply !== undefined && repliedAt === undefined) return refuse('Incomplete', { what: 'repliedAt' })
    if (repliedAt !== undefined && repliedAt < given.registeredAt) return refuse('BeforeItsTime', { earliest: given.registeredAt })
    return {
      events: [
        {
          type: 'Imported',
          id,
          number,
          ...given,
          ...(reply !== undefined && repliedAt !== undefined ? { reply: { content: reply, at: repliedAt } } : {}),
          by: actor.person,
          at: now,
        },
      ],
    }
  },
}
