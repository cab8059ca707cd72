import {
  calendarOf,
  dayFrom,
  defaultSettings,
  requestKindNames,
  shippedPositions,
  yuan,
  type Actor,
  type DecisionName,
  type IdOf,
  type InputOf,
  type KeptFile,
  type Moment,
  type NounName,
  type NounOf,
  type PersonId,
  type ProjectId,
  type RecordOf,
  type Refusal,
  type Rules,
  type Settings,
} from '@lintel/domain'
import { command } from '@lintel/server/records/answer.ts'
import { idFrom } from '@lintel/server/records/identity.ts'
import { nounOf, type AnyRecord } from '@lintel/server/records/nouns.ts'
import { decidingWith, play, tasksFor } from '@lintel/server/records/play.ts'
import type { Source } from '@lintel/server/records/source.ts'
import { UnitOfWork } from '@lintel/server/records/unit-of-work.ts'

/** A moment in Asia/Shanghai, written as the department writes it: `2026-11-24 09:00`. */
export const at = (written: string) => Date.parse(`${written.replace(' ', 'T')}${written.length === 16 ? ':00' : ''}+08:00`) as Moment

// the autumn of 2026 has one holiday in it, published like the rest of the year
const autumn = {
  year: 2026,
  holidays: ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'].map(dayFrom),
  makeUpDays: ['2026-10-10'].map(dayFrom),
}
export const rulesWith = (changed: Partial<Settings> = {}): Rules => ({
  ...defaultSettings,
  ...changed,
  version: 1,
  calendar: calendarOf([autumn, { year: 2027, holidays: [], makeUpDays: [] }]),
})

const id = (name: string) => idFrom(name, 'town')
export const project = id('project') as ProjectId

export const person = (name: string, positions: readonly string[], projects: Actor['projects'] = 'all'): Actor => ({
  person: id(name) as PersonId,
  positions,
  projects,
  standsInFor: [],
})
/** Everybody the main journeys need, by what they are. */
export const people = {
  rep: person('rep', ['representative']),
  rep2: person('rep2', ['representative']),
  frontDesk: person('frontDesk', ['frontDesk']),
  frontDesk2: person('frontDesk2', ['frontDesk']),
  manager: person('manager', ['manager']),
  coordinator: person('coordinator', ['coordinator']),
  leader: person('leader', ['groupLeader']),
  deputyLeader: person('deputyLeader', ['groupDeputyLeader']),
  company: person('company', ['companyLeader']),
  finance: person('finance', ['finance']),
  cost: person('cost', ['costControl']),
  contracts: person('contracts', ['contracts']),
  economic: person('economic', ['economics']),
  analyst: person('analyst', ['analyst']),
  admin: person('admin', ['administrator']),
} as const
/** P-2 */
export const standingIn = (actor: Actor, forWhom: Actor, from = 0, until = 1e15): Actor => ({
  ...actor,
  standsInFor: [
    ...actor.standsInFor,
    { person: forWhom.person, positions: forWhom.positions, projects: forWhom.projects, from: from as Moment, until: until as Moment },
  ],
})

const permissions = new Map(shippedPositions.map(({ key, permissions: held }) => [key, held]))
const nothingElse: Source = {
  load: () => Promise.resolve([]),
  find: () => Promise.resolve([]),
  tally: () => Promise.resolve(new Map()),
  lastDone: () => Promise.resolve(undefined),
  nextNumber: () => Promise.resolve(0),
  files: () => Promise.resolve([]),
  holdsAll: () => true,
}

type Options = {
  readonly saw?: readonly { readonly noun: NounName; readonly id: string; readonly revision: number }[]
  readonly key?: string
}

/** The department in memory: the server's own way of deciding, on records that no database holds. */
export const town = async (settings: Partial<Settings> = {}) => {
  const rules = rulesWith(settings)
  const numbers = new Map<string, number>()
  const files = new Map<string, KeptFile>()
  const source: Source = {
    ...nothingElse,
    nextNumber: (series) => Promise.resolve(numbers.set(series, (numbers.get(series) ?? 0) + 1).get(series) ?? 0),
    files: (ids, { by }) => Promise.resolve(ids.flatMap((id) => files.get(id) ?? []).filter((file) => file.by === by)),
  }
  const work = new UnitOfWork(source, () => 'unchained')
  let now = at('2026-11-23 09:00')
  let count = 0

  const decide = async (
    actor: Actor,
    does: DecisionName,
    on: string | undefined,
    input: unknown,
    { saw, key }: Options = {},
    itself?: true,
  ) => {
    const sent = { ...command(does, on as never, input as never, key ?? idFrom(`${count++}`, 'key')), ...(saw ? { saw } : {}) }
    const deciding = {
      ...decidingWith(actor, new Set(actor.positions.flatMap((position) => permissions.get(position) ?? []))),
      ...(itself ? { itself, may: () => true } : {}),
    }
    const played = await play(work, source, deciding, sent as never, { now, entered: now, rules, confirmedAt: 'notAsked' })
    if ('refused' in played) work.drop()
    else work.keep()
    return played
  }
  const record = <N extends NounName>(of: string) => work.known(of)?.record as unknown as RecordOf<N>

  const here = {
    rules,
    /** Sets the clock: `t.at('2026-11-24 13:00')`. */
    at(written: string) {
      now = at(written)
    },
    get now() {
      return now
    },
    /** A photo that somebody sent; its id. */
    photo(by: Actor): string {
      const id = idFrom('photo', `${files.size}`) as KeptFile['id']
      const hash = `${files.size}`.padStart(64, '0')
      files.set(id, { id, hash, kind: 'photo', type: 'image/jpeg', size: 1000, name: 'a.jpg', by: by.person, at: now })
      return id
    },
    /** Decides and gives the id of the record decided on; a refusal is a mistake of the test. */
    async do<D extends DecisionName>(
      actor: Actor,
      does: D,
      on: string | undefined,
      input: InputOf<D>,
      options?: Options,
    ): Promise<IdOf<NounOf<D>>> {
      const played = await decide(actor, does, on, input, options)
      if ('refused' in played)
        throw new Error(
          `${does} was refused: ${played.refused} ${JSON.stringify(played.with, (_, value: unknown) => (typeof value === 'bigint' ? `${value}` : value))}`,
        )
      return played.id as IdOf<NounOf<D>>
    },
    /** What the system does by itself. B-9 */
    async asSystem<D extends DecisionName>(does: D, on: string | undefined, input: InputOf<D>): Promise<IdOf<NounOf<D>>> {
      const played = await decide({ ...people.admin, positions: [] }, does, on, input, {}, true)
      if ('refused' in played) throw new Error(`${does} was refused: ${played.refused}`)
      return played.id as IdOf<NounOf<D>>
    },
    /** The reason for which it is refused, or `done`. */
    async tries<D extends DecisionName>(
      actor: Actor,
      does: D,
      on: string | undefined,
      input: InputOf<D>,
      options?: Options,
    ): Promise<Refusal['refused'] | 'done'> {
      const played = await decide(actor, does, on, input, options)
      return 'refused' in played ? played.refused : 'done'
    },
    /** The whole refusal. */
    async refusal<D extends DecisionName>(actor: Actor, does: D, on: string | undefined, input: InputOf<D>): Promise<Refusal | undefined> {
      const played = await decide(actor, does, on, input)
      return 'refused' in played ? played : undefined
    },
    /** Anything at all, for random sequences. */
    decide,
    get: record,
    all: <N extends NounName>(noun: N) => [...work.all(noun)] as unknown as readonly RecordOf<N>[],
    tasks: (of: string) => {
      const stored = work.known(of)
      return stored ? nounOf(stored.noun).tasks(stored.record, rules) : []
    },
    /** What a person can do now on a record. */
    owes: (actor: Actor, of: string) => {
      const stored = work.known(of)
      return stored
        ? tasksFor(stored.record, nounOf(stored.noun).tasks(stored.record, rules), decidingWith(actor, new Set()), now).map(
            ({ does, part }) => (part ? `${does} ${part}` : does),
          )
        : []
    },
    events: () => work.takeHappened(),
  }
  const place = { project }
  const admin = { ...people.admin, positions: ['administrator', 'manager'] }
  for (const [name, actor] of Object.entries(people))
    work.stage(
      {
        noun: 'person',
        version: 1,
        head: '',
        record: {
          id: actor.person,
          state: 'active',
          name,
          email: `${name}@town.test`,
          positions: actor.positions,
          allProjects: true,
          projects: [],
          onDuty: true,
          categories: [],
          language: 'zh',
          addedAt: now,
          edition: 1,
        } as unknown as AnyRecord,
      } as never,
      [],
    )
  work.stage(
    {
      noun: 'project',
      version: 1,
      head: '',
      record: {
        id: project,
        state: 'active',
        name: '郦城',
        nameEn: 'Licheng',
        city: '长春',
        code: 'LC',
        addedAt: now,
        edition: 1,
      } as unknown as AnyRecord,
    } as never,
    [],
  )
  work.keep()
  for (const position of shippedPositions) await here.do(admin, 'position.add', undefined, position)
  for (const kind of requestKindNames) await here.do(admin, 'chain.open', undefined, { kind })
  const contractor = await here.do(admin, 'contractor.add', undefined, { name: '东建', kind: 'general', vetoed: false })
  const team = await here.do(admin, 'contractor.add', undefined, { name: '应急一队', kind: 'emergencyTeam', vetoed: false })
  const category = await here.do(admin, 'category.add', undefined, { nameZh: '质量', nameEn: 'Quality' })
  const building = await here.do(admin, 'building.add', undefined, { ...place, phase: '一期', name: '1栋' })
  const unit = await here.do(admin, 'unit.add', undefined, { ...place, building, number: '101', floor: 1, houseType: 'A' })
  const customer = await here.do(admin, 'customer.add', undefined, { name: '王小明', units: [unit], projects: [project] })
  return Object.assign(here, { contractor, team, category, building, unit, customer })
}
export type Town = Awaited<ReturnType<typeof town>>

/** A case in somebody's hands, first contact made. */
export const aComplaint = async (t: Town, more: Partial<InputOf<'complaint.register'>> = {}) => {
  const complaint = await t.do(people.frontDesk, 'complaint.register', undefined, {
    project,
    unit: t.unit,
    customer: t.customer,
    kind: 'complaint',
    channel: 'phone',
    category: t.category,
    severity: 'general',
    title: '卫生间漏水',
    wording: '顶部漏水',
    representative: people.rep.person,
    ...more,
  })
  await t.do(people.rep, 'complaint.accept', complaint, {})
  await t.do(people.rep, 'complaint.recordFeedback', complaint, { to: 'customer', method: 'phone', content: '已受理', at: t.now })
  return complaint
}
/** 工程整改通知单, drafted now with one defect and a deadline. */
export const aNotice = async (
  t: Town,
  { deadline = '2026-11-26 18:00', complaint }: { readonly deadline?: string; readonly complaint?: IdOf<'complaint'> } = {},
) =>
  t.do(people.rep, 'notice.draft', undefined, {
    project,
    contractor: t.contractor,
    defects: [{ element: 'bathroom', location: '卫生间', requirement: '重做防水', ...(complaint ? { complaint } : {}) }],
    deadline: at(deadline),
  })
/** The same, served on paper now. */
export const aServedNotice = async (t: Town, options: Parameters<typeof aNotice>[1] = {}) => {
  const notice = await aNotice(t, options)
  await t.do(people.rep, 'notice.serve', notice, { at: t.now, how: 'paper' })
  return notice
}
/** 罚款单 on the second ground, drafted at 13:30 for a notice served at 09:00. */
export const aFine = async (t: Town, { grounds = [2] }: { readonly grounds?: readonly number[] } = {}) => {
  t.at('2026-11-23 09:00')
  const notice = await aServedNotice(t)
  t.at('2026-11-23 13:30')
  const fine = await t.do(people.rep, 'fine.draft', undefined, {
    notice,
    grounds: grounds.map((ground) => ({ ground, ...(ground === 2 ? {} : { reason: '书面说明' }) })),
    facts: '四小时未到场',
  })
  return { notice, fine }
}
/** The same, signed by the coordinator; with the approval it opened. */
export const aSignedFine = async (t: Town, amount = '8000', options?: Parameters<typeof aFine>[1]) => {
  const drafted = await aFine(t, options)
  await t.do(people.coordinator, 'fine.sign', drafted.fine, { amount: yuan(amount), severity: 'medium' })
  const { approval } = t.get<'fine'>(drafted.fine)
  if (!approval) throw new Error('a signed fine has an approval')
  return { ...drafted, approval }
}
export const seatOf = (t: Town, approval: string, n = 0) => t.get<'approval'>(approval).steps.flatMap(({ seats }) => seats)[n]?.id ?? ''
/** The same, signed by both of the group. */
export const anApprovedFine = async (t: Town, amount?: string) => {
  const signed = await aSignedFine(t, amount)
  await t.do(people.deputyLeader, 'approval.approve', signed.approval, { seat: seatOf(t, signed.approval, 0) })
  await t.do(people.leader, 'approval.approve', signed.approval, { seat: seatOf(t, signed.approval, 1) })
  return signed
}
/** The same, issued by the manager. */
export const anIssuedFine = async (t: Town, amount?: string) => {
  const approved = await anApprovedFine(t, amount)
  await t.do(people.manager, 'fine.issue', approved.fine, {})
  return approved
}
