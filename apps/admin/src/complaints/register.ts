import '../record/own-words.ts'
import type { Input, Typed } from '@lintel/ui'
import type { TFunction } from 'i18next'
import { choicesOf } from '../record/choices.ts'
import type { DeclaredInput } from '../record/inputs.ts'

/** The first words of what the customer said stand as the title until somebody writes a better one. */
export const titleFrom = (wording: unknown) => {
  if (typeof wording !== 'string') return ''
  const first = wording.trim().split(/[。！？\n.!?]/u)[0] ?? ''
  return first.length > 40 ? `${first.slice(0, 39)}…` : first
}

/** In the order of the talk: who, where, what kind, in their words; the rest can be filled in after they have hung up. What there is to choose from, the API declares. */
export const registerInputs = (t: TFunction, typed: Typed, declared: readonly DeclaredInput[]): readonly Input[] => {
  const choices = (name: string, list: string) => choicesOf(t, list, declared.find((input) => input.name === name)?.values ?? [])
  const hasUnit = typeof typed['unit'] === 'object' && typed['unit'] !== null
  const hint = (name: string) => ({ hint: t(`inputHint.${name}`) })
  const wording = titleFrom(typed['wording'])
  return [
    {
      name: 'customer',
      label: t('input.customer'),
      kind: 'record',
      of: 'customer',
      required: false,
      placeholder: t('register.customerHint'),
    },
    { name: 'unit', label: t('input.unit'), kind: 'record', of: 'unit', required: false, placeholder: t('register.unitHint') },
    { name: 'project', label: t('input.project'), kind: 'record', of: 'project', required: true },
    ...(hasUnit
      ? []
      : [{ name: 'place', label: t('input.place'), kind: 'text' as const, required: false, placeholder: t('inputHint.place') }]),
    { name: 'kind', label: t('input.kind'), kind: 'choice', required: true, choices: choices('kind', 'ComplaintKind') },
    { name: 'channel', label: t('input.channel'), kind: 'choice', required: true, choices: choices('channel', 'Channel') },
    { name: 'severity', label: t('input.severity'), kind: 'choice', required: true, choices: choices('severity', 'Severity') },
    { name: 'wording', label: t('input.wording'), kind: 'longText', required: true },
    ...(typed['kind'] === 'enquiry'
      ? [{ name: 'answer', label: t('input.answer'), kind: 'longText' as const, required: false, ...hint('answer') }]
      : []),
    { name: 'category', label: t('input.category'), kind: 'record', of: 'category', required: true },
    { name: 'element', label: t('input.element'), kind: 'choice', required: false, choices: choices('element', 'Element') },
    { name: 'title', label: t('input.title'), kind: 'text', required: true, placeholder: wording || t('register.titleHintEmpty') },
    { name: 'trade', label: t('input.trade'), kind: 'choice', required: false, choices: choices('trade', 'Trade') },
    { name: 'wish', label: t('input.wish'), kind: 'text', required: false },
    { name: 'evidence', label: t('input.evidence'), kind: 'evidence', required: false },
    {
      name: 'representative',
      label: t('input.representative'),
      kind: 'record',
      of: 'person',
      required: false,
      placeholder: t('register.representativeHint'),
    },
  ]
}
