import { reasons, writeMoney, type DetailKind, type Moment, type Money, type Reason, type Refusal } from '@lintel/domain'
import type { UploadRefusal } from '../files/no.ts'
import i18next from 'i18next'
import en from './en.json' with { type: 'json' }
import zh from './zh.json' with { type: 'json' }

export type Language = 'zh' | 'en'
const catalogue = i18next.createInstance()
// the catalogues are in memory, so the instance is ready when init returns
void catalogue.init({
  resources: { zh: { translation: zh }, en: { translation: en } },
  lng: 'zh',
  fallbackLng: false,
  initAsync: false,
  interpolation: { escapeValue: false },
})

/** Chinese unless the request asks for English first. X-1 */
export const languageOf = (acceptLanguage: string | null | undefined): Language => (/^\s*en\b/i.test(acceptLanguage ?? '') ? 'en' : 'zh')

/** `2026-11-24 14:05` in Asia/Shanghai. */
export const writtenMoment = (at: Moment) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')

const written = (kind: keyof DetailKind, name: string, value: unknown, language: Language, people: ReadonlyMap<string, string>): string => {
  if (value === undefined || value === null) return ''
  switch (kind) {
    case 'money':
      return writeMoney(value as Money)
    case 'moment':
      return writtenMoment(value as Moment)
    case 'person':
      return people.get(String(value)) ?? ''
    case 'count':
      return String(value)
    case 'text': {
      const key = `${name === 'state' ? 'state' : 'what'}.${String(value)}`
      return catalogue.exists(key, { lng: language }) ? catalogue.t(key, { lng: language }) : String(value)
    }
  }
}

/** A sentence of the catalogue by its key, with its gaps filled. */
export const phrase = (language: Language, key: string, values: Readonly<Record<string, string | number>>): string =>
  catalogue.t(key, { lng: language, ...values })

/** The sentence for a refusal: what happened and what to do. `people`: names by id, for those it mentions. */
export const say = (refusal: Refusal, language: Language, people: ReadonlyMap<string, string> = new Map()): string => {
  const kinds: Readonly<Record<string, keyof DetailKind>> = reasons[refusal.refused]
  const details: Readonly<Record<string, unknown>> = refusal.with
  const values = Object.fromEntries(
    Object.entries(kinds).map(([name, kind]) => [name, written(kind, name, details[name], language, people)]),
  )
  if (refusal.refused === 'BadInput') return catalogue.t(`refusal.BadInput.${refusal.with.problem}`, { lng: language })
  if (refusal.refused === 'ChainProblem')
    return catalogue.t(`refusal.ChainProblem.${refusal.with.problem}`, {
      lng: language,
      ...values,
      about: people.get(refusal.with.about) ?? values['about'],
    })
  if (refusal.refused === 'FollowUpRefused')
    return catalogue.t('refusal.FollowUpRefused', { lng: language, reason: sayReason(refusal.with.reason, language) })
  return catalogue.t(`refusal.${refusal.refused}`, { lng: language, ...values })
}
const sayReason = (reason: string, language: Language) => {
  const sentence = reason in reasons ? catalogue.t(`refusal.${reason as Reason}`, { lng: language, skipInterpolation: false }) : reason
  // what the other record would have said about itself is not known here
  return typeof sentence === 'string' ? sentence.replaceAll(/\{\{\w+\}\}/g, '…') : reason
}
/** What is wrong with a line of a file and what to do about it, where that has a sentence of its own. X-5 */
export const saysProblem = (problem: string, language: Language, value: string): string | undefined =>
  catalogue.exists(`importProblem.${problem}`, { lng: language })
    ? catalogue.t(`importProblem.${problem}`, { lng: language, value })
    : undefined
/** The sentence for a file that is not taken: why, and what to do. */
export const sayUpload = ({ code, ...values }: UploadRefusal, language: Language): string =>
  catalogue.t(`upload.${code}`, { lng: language, ...values })
/** People whose names the sentence needs. */
export const peopleIn = (refusal: Refusal): readonly string[] => {
  const kinds: Readonly<Record<string, keyof DetailKind>> = reasons[refusal.refused]
  const details: Readonly<Record<string, unknown>> = refusal.with
  return Object.entries(kinds).flatMap(([name, kind]) => (kind === 'person' && typeof details[name] === 'string' ? [details[name]] : []))
}
