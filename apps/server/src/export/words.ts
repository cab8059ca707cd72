import type { NounName } from '@lintel/domain'
import en from '@lintel/words/en.json' with { type: 'json' }
import zh from '@lintel/words/zh.json' with { type: 'json' }
import type { Field } from '../fields/registry.ts'
import type { Language } from '../words/say.ts'

type Words = Readonly<Record<string, string>>
type Catalogue = {
  readonly field: Words
  readonly fieldOf: Readonly<Record<string, Words>>
  readonly state: Readonly<Record<string, Words>>
  readonly choice: Readonly<Record<string, Words>>
  readonly stage: Words
  readonly groundShort: Words
}
// the same words as on the screens
const catalogues: Readonly<Record<Language, Catalogue>> = { zh, en }

export const columnWord = (noun: NounName, key: string, language: Language): string =>
  catalogues[language].fieldOf[noun]?.[key] ?? catalogues[language].field[key] ?? key

const stateNoun = (of: string) => of.replace(/State$/, '').replace(/^[A-Z]/, (letter) => letter.toLowerCase())

/** What a value of a closed list is called. */
export const valueWord = ({ kind, of = '' }: Field, value: string, language: Language): string => {
  const { state, choice, stage, groundShort } = catalogues[language]
  if (kind === 'numbers') return `${value} ${groundShort[value] ?? ''}`.trim()
  if (of === 'NoticeStage') return stage[value] ?? value
  if (of.endsWith('State')) return (state[stateNoun(of)] ?? state['card'] ?? {})[value] ?? value
  return choice[of]?.[value] ?? value
}
