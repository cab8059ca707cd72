import type { Moment } from '@lintel/domain'
import en from '@lintel/words/en.json' with { type: 'json' }
import zh from '@lintel/words/zh.json' with { type: 'json' }
import { globalId } from '../schema/global-id.ts'
import { mutationOf, typeOf } from '../schema/names.ts'
import { phrase, writtenMoment, type Language } from '../words/say.ts'
import type { Letter } from './post.ts'

export type Written = {
  readonly kind: string
  readonly stage: string
  readonly title: string
  readonly noun: string | null
  readonly recordId: string | null
  readonly does: string | null
  readonly part: string
  readonly number: string | null
  readonly due: Date | null
}

const shared: Readonly<Record<Language, Readonly<Record<'noun' | 'task' | 'part', Readonly<Record<string, string>>>>>> = { zh, en }

const subjectOf = ({ noun, number }: Written, language: Language) =>
  [noun ? (shared[language].noun[noun] ?? '') : '', number ?? ''].filter((word) => word !== '').join(language === 'zh' ? '' : ' ')

/**
 * One message as a line that may leave the house: which record, what is to be done, by when. Titles stay inside, for they
 * hold what customers said. X-7
 */
const lineOf = (message: Written, language: Language, baseUrl: string) => {
  const { noun, recordId, does, part, stage, due, kind } = message
  if (kind === 'report') return { text: phrase(language, 'message.report', { month: message.title }), link: `${baseUrl}/trends/reports` }
  const words = shared[language]
  const task = does ? [words.task[mutationOf(does)] ?? '', words.part[part] ?? ''].filter((word) => word !== '').join(' · ') : ''
  return {
    text: phrase(language, `message.${kind === 'reminder' || kind === 'outcome' || kind === 'view' || kind === 'test' ? stage : 'begun'}`, {
      record: subjectOf(message, language),
      task,
      due: due ? phrase(language, 'message.dueAt', { at: writtenMoment(due.getTime() as Moment) }) : '',
    }).trim(),
    ...(noun && recordId ? { link: `${baseUrl}/open/${globalId(typeOf(noun), recordId)}` } : {}),
  }
}

/** What goes out together to one person. */
export const letterOf = (
  messages: readonly Written[],
  { language, baseUrl, id }: { language: Language; baseUrl: string; id: string },
): Letter => {
  const lines = messages.map((message) => lineOf(message, language, baseUrl))
  const [first] = lines
  return {
    id,
    subject:
      lines.length === 1 && first
        ? `Lintel 安居 · ${first.text}`
        : `Lintel 安居 · ${phrase(language, 'message.many', { count: lines.length })}`,
    lines,
    footer: { text: phrase(language, 'message.choose', {}), link: `${baseUrl}/settings/messages` },
  }
}

/** The daily list of what somebody owes. */
export const digestOf = (
  owed: readonly Written[],
  { count, late, language, baseUrl, id }: { count: number; late: number; language: Language; baseUrl: string; id: string },
): Letter => ({
  ...letterOf(owed, { language, baseUrl, id }),
  subject: `Lintel 安居 · ${phrase(language, 'message.digest', { count, late })}`,
})
