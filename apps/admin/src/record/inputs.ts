import './own-words.ts'
import type { Input, Typed } from '@lintel/ui'
import type { TFunction } from 'i18next'
import type { InputLineFragment } from '../gql/graphql.ts'
import { choicesOf } from './choices.ts'

/** What the API says a decision asks for; of a list, what its items are; of a group, its fields. */
export type DeclaredInput = InputLineFragment & { items?: readonly DeclaredInput[] }

const word = (t: TFunction, exists: (key: string) => boolean, decision: string, name: string) =>
  exists(`inputOf.${decision}.${name}`) ? t(`inputOf.${decision}.${name}`) : t(`input.${name}`)

/** The API's declaration with its words: what a form can show. */
export const formInput = (declared: DeclaredInput, decision: string, t: TFunction, exists: (key: string) => boolean): Input => {
  const hint = exists(`inputHintOf.${decision}.${declared.name}`)
    ? `inputHintOf.${decision}.${declared.name}`
    : `inputHint.${declared.name}`
  const base = {
    name: declared.name,
    label: word(t, exists, decision, declared.name),
    required: declared.required,
    ...(exists(hint) ? { hint: t(hint) } : {}),
  }
  const of = declared.of ?? declared.name
  const inside = (inputs: readonly DeclaredInput[]) => inputs.map((each) => formInput(each, decision, t, exists))
  switch (declared.kind) {
    case 'text':
      return { ...base, kind: declared.long ? 'longText' : 'text' }
    case 'money':
      return { ...base, kind: 'money' }
    case 'quantity':
      return { ...base, kind: 'quantity' }
    case 'moment':
      return { ...base, kind: 'moment' }
    case 'date':
      return { ...base, kind: 'day' }
    case 'count':
      return { ...base, kind: 'number' }
    case 'drawing':
      return { ...base, kind: 'drawing' }
    case 'flag':
      return { ...base, kind: 'flag' }
    case 'choice':
      return { ...base, kind: 'choice', choices: choicesOf(t, of, declared.values) }
    case 'ref':
      return { ...base, kind: 'record', of }
    case 'file':
      throw new Error('a file is asked for with what it proves')
    case 'group':
      return { ...base, kind: 'lines', inputs: inside(declared.items ?? []) }
    case 'list': {
      const item = declared.items?.[0]
      // a list that may be empty asks for nothing
      const list = { ...base, required: declared.required && (declared.min ?? 0) > 0 }
      switch (item?.kind) {
        case 'ref':
          return { ...list, kind: 'records', of: item.of ?? declared.name }
        case 'choice':
          return { ...list, kind: 'choices', choices: choicesOf(t, item.of ?? '', item.values) }
        case 'group':
          if (item.of === 'Evidence') return { ...list, kind: 'evidence' }
          return { ...list, kind: 'lines', inputs: inside(item.items ?? []) }
        default:
          return { ...list, kind: 'texts' }
      }
    }
  }
}

/** Lists that may be empty are sent empty rather than left out. */
export const emptyLists = (declared: readonly DeclaredInput[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(declared.filter((each) => each.kind === 'list' && each.required).map((each) => [each.name, []]))

/** A time that must lie in the past is most often now. */
export const firstTyped = (declared: readonly DeclaredInput[], t: TFunction): Typed =>
  Object.fromEntries(
    declared.filter((each) => each.kind === 'moment' && each.required && each.notAfterNow).map((each) => [each.name, t('ui.now')]),
  )
