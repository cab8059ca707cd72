import './own-words.ts'
import { exact, money, type TimelineEntry } from '@lintel/ui'
import type { TFunction } from 'i18next'
import { taskWords } from './task-words.ts'
import { listed } from '../words/words.ts'

type Happened = { noun: string; type: string; payload: unknown }
type Said = {
  title: string
  note?: string
  late?: { reason: string; proof?: string }
  happened?: string
  /** Titles of what was shown with it. */
  shown: readonly string[]
  changes: NonNullable<TimelineEntry['changes']>
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const text = (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? value : undefined)
const instant = (value: unknown) =>
  typeof value === 'number'
    ? new Date(value).toISOString()
    : typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/u.test(value)
      ? value
      : undefined

/** Money as it lies in the history: whole fen, as text. */
const yuan = (value: unknown) => {
  const fen = isRecord(value) ? value['fen'] : undefined
  if (typeof fen !== 'string' || !/^-?\d+$/u.test(fen)) return undefined
  const digits = fen.replace('-', '').padStart(3, '0')
  return `${fen.startsWith('-') ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** Where an event keeps what a person said about it. */
const said = [
  'reason',
  'reasons',
  'comment',
  'text',
  'content',
  'resolution',
  'why',
  'wording',
  'answer',
  'question',
  'note',
  'work',
  'quantities',
  'facts',
  'title',
]

const titlesIn = (evidence: unknown) =>
  Array.isArray(evidence) ? evidence.flatMap((one) => (isRecord(one) ? (text(one['title']) ?? []) : [])) : []

const inside = (payload: Readonly<Record<string, unknown>>) => {
  for (const key of ['fact', 'feedback', 'attempt', 'inspection', 'entry', 'signature', 'log', 'confirmation', 'relief', 'appeal']) {
    const part = payload[key]
    if (isRecord(part)) return part
  }
  return undefined
}

/** A value of the record as a person reads it; ids of other records are left out. */
const shown = (key: string, value: unknown, t: TFunction, has: (key: string) => boolean): string | undefined => {
  if (value === null || value === undefined || value === '') return '—'
  if (typeof value === 'boolean') return t(value ? 'ui.yes' : 'ui.no')
  const at = instant(value)
  if (at && /At$|^at$|deadline|until|from|old|new/iu.test(key)) return exact(at, t('app.code') === 'en' ? 'en' : 'zh')
  const sum = yuan(value)
  if (sum !== undefined) return money(sum, t('app.code') === 'en' ? 'en' : 'zh')
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') return undefined
  if (/^[0-9a-f]{8}-[0-9a-f-]{27}$/iu.test(value)) return undefined
  for (const list of ['Severity', 'ComplaintKind', 'Channel', 'Element', 'Trade', 'FineSeverity', 'PartyKind', 'Language'])
    if (has(`choice.${list}.${value}`)) return t(`choice.${list}.${value}`)
  return value
}

/** B-9: a reminder, or that a superior was told: of which task, and who heard of it. */
const saidByTime = ({ does, part, stage, told }: Readonly<Record<string, unknown>>, t: TFunction, has: (key: string) => boolean): Said => ({
  title: t(`saidByTime.${text(stage)}`, { task: taskWords({ does: text(does) ?? '', part: text(part) ?? null }, t, has) }),
  ...(Array.isArray(told) ? { note: t('saidByTime.told', { who: listed(told) }) } : {}),
  shown: [],
  changes: [],
})

/** What was kept of an event, in words: its name, what was said, and what it changed. */
export const readPayload = ({ noun, type, payload }: Happened, t: TFunction, has: (key: string) => boolean): Said => {
  const all = isRecord(payload) ? payload : {}
  if (type === 'Reminded' || type === 'Escalated') return saidByTime(all, t, has)
  const part = inside(all)
  const what = text(all['what'])
  const base = has(`event.${noun}.${type}`) ? t(`event.${noun}.${type}`) : has(`event.any.${type}`) ? t(`event.any.${type}`) : type
  const named = what && has(`proof.${what}`) ? `${base} · ${t(`proof.${what}`)}` : base
  const as = text(all['as'])
  const ground = typeof all['ground'] === 'number' ? t(`groundShort.${all['ground']}`) : undefined
  const note = [all, part].flatMap((from) => (from ? said.flatMap((key) => text(from[key]) ?? []) : []))[0]
  const late = part?.['late']
  const amount = yuan(all['amount'] ?? all['estimate'] ?? part?.['amount'] ?? part?.['cost'])
  const kind = text(part?.['kind'])
  const of = text(all['desk']) ?? text(part?.['party'])
  const title = [
    named,
    as && has(`eventAs.${as}`) ? t(`eventAs.${as}`) : undefined,
    ground,
    kind && has(`entry.${kind}`) ? t(`entry.${kind}`) : undefined,
    of && has(`part.${of}`) ? t(`part.${of}`) : undefined,
  ]
    .filter(Boolean)
    .join(' · ')
  const language = t('app.code') === 'en' ? 'en' : 'zh'
  const level = text(all['level'])
  const changes: { label: string; before?: string; after: string }[] = []
  if (amount !== undefined) changes.push({ label: t('input.amount'), after: money(amount, language) })
  if (level && has(`choice.Satisfaction.${level}`)) changes.push({ label: t('input.level'), after: t(`choice.Satisfaction.${level}`) })
  // what was decided, and until when
  for (const from of [all, part])
    for (const key of ['deadline', 'newDeadline', 'dueAt', 'plannedAt', 'until', 'accepted'] as const) {
      const is = from?.[key]
      if (instant(is) !== undefined || typeof is === 'boolean')
        changes.push({ label: t(`input.${key}`), after: shown(`${key}At`, is, t, has) ?? '' })
    }
  const results = part?.['results']
  if (Array.isArray(results)) {
    const failed = results.filter((one) => isRecord(one) && one['standardMet'] === false).length
    changes.push({ label: t('input.standardMet'), after: failed === 0 ? t('ui.yes') : t('record.notMet', { failed, of: results.length }) })
  }
  const [before, after] = [all['old'], all['new'] ?? all['changes']]
  if (isRecord(before) && isRecord(after))
    for (const key of Object.keys(after)) {
      const [was, is] = [shown(key, before[key], t, has), shown(key, after[key], t, has)]
      if (is !== undefined)
        changes.push({ label: has(`input.${key}`) ? t(`input.${key}`) : key, ...(was === undefined ? {} : { before: was }), after: is })
    }
  const happened = instant(part?.['at']) ?? instant(all['happened'])
  return {
    title,
    changes,
    shown: [all, part].flatMap((from) => titlesIn(from?.['evidence'])),
    ...(note === undefined ? {} : { note }),
    ...(isRecord(late)
      ? { late: { reason: text(late['reason']) ?? '', ...(text(late['proof']) ? { proof: text(late['proof']) ?? '' } : {}) } }
      : {}),
    ...(happened === undefined ? {} : { happened }),
  }
}
