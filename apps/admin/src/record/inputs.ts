import type { Input, Typed } from '@lintel/ui'
import type { TFunction } from 'i18next'

/** What the API says a decision asks for; one line of `decisionInputs`. */
export type DeclaredInput = {
  name: string
  kind: string
  required: boolean
  /** Which list a choice is from, or which noun a reference points to. */
  of?: string | null
  long?: boolean | null
  notAfterNow?: boolean | null
  values?: readonly string[] | null
  items?: DeclaredInput | null
  fields?: readonly DeclaredInput[] | null
}

const word = (t: TFunction, exists: (key: string) => boolean, decision: string, name: string) =>
  exists(`inputOf.${decision}.${name}`) ? t(`inputOf.${decision}.${name}`) : t(`input.${name}`)

export const choicesOf = (t: TFunction, list: string, values: readonly string[]) => values.map((value) => ({ value, label: t(`choice.${list}.${value}`) }))

/** The API's declaration with its words: what a form can show. */
export const formInput = (declared: DeclaredInput, decision: string, t: TFunction, exists: (key: string) => boolean): Input => {
  const hint = `inputHint.${declared.name}`
  const base = {
    name: declared.name,
    label: word(t, exists, decision, declared.name),
    required: declared.required,
    ...(exists(hint) ? { hint: t(hint) } : {}),
  }
  const { of } = declared
  switch (declared.kind) {
    case 'text':
      return { ...base, kind: declared.long ? 'longText' : 'text' }
    case 'money':
      return { ...base, kind: 'money' }
    case 'moment':
      return { ...base, kind: 'moment' }
    case 'date':
      return { ...base, kind: 'day' }
    case 'count':
      return { ...base, kind: 'number' }
    case 'flag':
      return { ...base, kind: 'flag' }
    case 'choice':
      return { ...base, kind: 'choice', choices: choicesOf(t, of ?? '', declared.values ?? []) }
    case 'ref':
      return { ...base, kind: 'record', of: of ?? declared.name }
    case 'group':
      return { ...base, kind: 'lines', inputs: (declared.fields ?? []).map((each) => formInput(each, decision, t, exists)) }
    case 'list': {
      const { items } = declared
      if (items?.kind === 'ref') return { ...base, kind: 'records', of: items.of ?? declared.name }
      if (items?.kind === 'choice') return { ...base, kind: 'choices', choices: choicesOf(t, items.of ?? '', items.values ?? []) }
      if (items?.kind === 'group') return { ...base, kind: 'lines', inputs: (items.fields ?? []).map((each) => formInput(each, decision, t, exists)) }
      return { ...base, kind: 'texts' }
    }
    default:
      return { ...base, kind: 'text' }
  }
}

/** A time that must lie in the past is most often now. */
export const firstTyped = (declared: readonly DeclaredInput[], t: TFunction): Typed =>
  Object.fromEntries(declared.filter((each) => each.kind === 'moment' && each.required && each.notAfterNow).map((each) => [each.name, t('ui.now')]))
