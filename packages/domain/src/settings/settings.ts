import { dayFrom, yearOf, type Day } from '../kernel/calendar.ts'
import type { AnyRecord, Decision, Noun, Opening } from '../kernel/decision.ts'
import { count, date, group, list, longText, type Given } from '../kernel/input.ts'
import { yuan } from '../kernel/money.ts'
import { refuse } from '../kernel/refusal.ts'
import { defaultSettings, settingsAtFirst, settingsShape, type Settings } from '../kernel/rules.ts'
import type { Id, Moment, PersonId } from '../kernel/values.ts'

/** The holidays and make-up working days of a published year. T-1 */
export type PublishedYear = { readonly year: number; readonly holidays: readonly Day[]; readonly makeUpDays: readonly Day[] }

const states = ['inForce'] as const
/** 限额与时限 with the calendar: one record, of which every change is a new version. F-4, C-11, T-1 */
export type CompanySettings = AnyRecord & {
  readonly id: Id<'settings'>
  readonly state: 'inForce'
  readonly version: number
  /** As they were set; what a later version of the program added has its default until then (valuesOf). */
  readonly values: Partial<Settings>
  readonly calendar: readonly PublishedYear[]
  readonly since: Moment
}
type Event =
  | {
      readonly type: 'Opened'
      readonly id: Id<'settings'>
      readonly calendar: readonly PublishedYear[]
      readonly by: PersonId
      readonly at: Moment
    }
  | {
      readonly type: 'Changed'
      readonly old: Partial<Settings>
      readonly new: Partial<Settings>
      readonly reason: string
      readonly by: PersonId
      readonly at: Moment
    }
  | { readonly type: 'YearPublished'; readonly year: PublishedYear; readonly by: PersonId; readonly at: Moment }

const yearInput = { year: count(1990, 2100), holidays: list(date(), { max: 366 }), makeUpDays: list(date(), { max: 366 }) }
const published = ({ year, holidays, makeUpDays }: Given<typeof yearInput>): PublishedYear => ({
  year,
  holidays: holidays.map(dayFrom),
  makeUpDays: makeUpDays.map(dayFrom),
})

const openInput = { years: list(group('PublishedYear', yearInput), { max: 200 }) }
/** Done once, when the system is set up, with the calendars published so far. */
const open: Opening<CompanySettings, Event, typeof openInput> = {
  input: openInput,
  opens: true,
  to: ['inForce'],
  by: { permission: 'settings.change' },
  decide: (id, { years }, { actor, now }) => ({
    events: [{ type: 'Opened', id, calendar: years.map(published), by: actor.person, at: now }],
  }),
}

/** Every limit and clock as it is in force. */
export const valuesOf = ({ values }: CompanySettings): Settings => ({ ...defaultSettings, ...values })

/** F-4 */
const lowestFloor = yuan('5000')
const changeInput = { ...settingsShape, reason: longText(500) }
/** Every limit and clock as it shall be from now on; running records are worked out again. */
const change: Decision<CompanySettings, Event, typeof changeInput> = {
  input: changeInput,
  from: ['inForce'],
  by: { permission: 'settings.change' },
  refuses: ['BelowFloor', 'Incomplete'],
  decide(settings, { reason, ...values }, { actor, now }) {
    // F-4: the floor may be raised, never lowered under the company's 5,000 yuan
    if (values.fineFloor < lowestFloor) return refuse('BelowFloor', { floor: lowestFloor })
    const changed = (Object.keys(settingsShape) as (keyof Settings)[]).filter((name) => values[name] !== valuesOf(settings)[name])
    if (changed.length === 0) return refuse('Incomplete', { what: 'changes' })
    const pick = (from: Settings) => Object.fromEntries(changed.map((name) => [name, from[name]])) as Partial<Settings>
    return { events: [{ type: 'Changed', old: pick(valuesOf(settings)), new: pick(values), reason, by: actor.person, at: now }] }
  },
}

/** 发布年度假期: the official calendar of a year, updated by file. T-1, T-4 */
const publishYear: Decision<CompanySettings, Event, typeof yearInput> = {
  input: yearInput,
  from: ['inForce'],
  by: { permission: 'settings.change' },
  refuses: ['Incomplete'],
  decide(_, given, { actor, now }) {
    const year = published(given)
    const strays =
      [...year.holidays, ...year.makeUpDays].some((day) => yearOf(day) !== year.year) ||
      year.holidays.some((day) => year.makeUpDays.includes(day))
    return strays ? refuse('Incomplete', { what: 'year' }) : { events: [{ type: 'YearPublished', year, by: actor.person, at: now }] }
  },
}

export const settings = {
  states,
  ends: states,
  tasks: () => [],
  revision: (record: CompanySettings) => record.version,
  evolve(was: CompanySettings | undefined, event: Event): CompanySettings {
    if (event.type === 'Opened')
      return { id: event.id, state: 'inForce', version: 1, values: settingsAtFirst, calendar: event.calendar, since: event.at }
    const record = was as CompanySettings
    const next = { ...record, version: record.version + 1, since: event.at }
    return event.type === 'Changed'
      ? { ...next, values: { ...record.values, ...event.new } }
      : { ...next, calendar: [...record.calendar.filter(({ year }) => year !== event.year.year), event.year] }
  },
  decisions: { open, change, publishYear },
}
settings satisfies Noun<CompanySettings, Event>
