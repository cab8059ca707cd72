import { readDate, readInputs, readMoment, readMoney, type Editing, type Field, type Input, type Picked, type Row } from '@lintel/ui'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useClient } from 'urql'
import { mutationOf } from '../decisions.ts'
import { useFind } from '../find/find.ts'
import { useDecide } from '../graph/decide.ts'
import { ask } from '../graph/read.ts'
import { standingOf } from '../graph/standing.ts'
import { DecisionFormDocument, type DecisionName } from '../gql/graphql.ts'
import { formInput, type DeclaredInput } from '../record/inputs.ts'
import { useWords } from '../words/words.ts'
import type { ListField } from './fields.ts'

export type EditableField = Field & Pick<ListField, 'editedBy'>

const isPicked = (typed: unknown): typed is Picked => typeof typed === 'object' && typed !== null && 'value' in typed
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const written = (text: unknown) => (typeof text === 'string' ? text : '')

const typedOf = (row: Row, field: Field): unknown => {
  const value = row[field.key]
  if (field.type === 'person')
    return isRecord(value) && value['id'] ? { value: String(value['id']), label: written(value['name']) } : undefined
  if (field.type === 'money') return isRecord(value) ? written(value['amount']) : ''
  if (field.type === 'clock') return isRecord(value) ? written(value['dueAt']) : ''
  return value ?? ''
}

/**
 * Cells that are changed in place: each by the decision the registry names, on the revision that was seen, under its own
 * key. Nothing here knows who may what; the API says it of each record. X-9, B-4
 */
export const useEditing = (fields: readonly EditableField[]) => {
  const { t, has } = useWords()
  const client = useClient()
  const decide = useDecide()
  const find = useFind()
  const edited = useMemo(() => fields.flatMap((field) => (field.editedBy ? [{ field, by: field.editedBy }] : [])), [fields])
  const [forms, setForms] = useState<ReadonlyMap<DecisionName, readonly DeclaredInput[]>>(new Map())
  const [reason, setReason] = useState('')
  const given = useRef(reason)
  given.current = reason
  // a record's own changes move its revision on; what somebody else changed since is still told
  const revisions = useRef(new Map<string, number>())
  useEffect(() => {
    let gone = false
    const names = [...new Set(edited.map(({ by }) => by.decision))]
    void Promise.all(
      names.map(async (name) => [name, (await ask(client, DecisionFormDocument, { name })).decisionForm?.inputs ?? []] as const),
    ).then(
      (found) => !gone && setForms(new Map(found)),
      () => undefined,
    )
    return () => {
      gone = true
    }
  }, [edited, client])
  const asksReason = [...forms.values()].some((inputs) => inputs.some(({ name, required }) => name === 'reason' && required))

  const editing = useMemo((): Editing => {
    const byKey = new Map(edited.map((each) => [each.field.key, each]))
    const inputs: Record<string, Input> = {}
    for (const { field, by } of edited) {
      const declared = forms.get(by.decision)?.find(({ name }) => name === by.input)
      if (declared) inputs[field.key] = { ...formInput(declared, mutationOf(by.decision), t, has), label: field.label, required: true }
    }
    const choicesOf = (key: string) => inputs[key]?.choices ?? []
    return {
      inputs,
      find,
      blocked: async (row, key) => {
        const by = byKey.get(key)?.by
        const standing = by && (await standingOf(client, row.id, mutationOf(by.decision)))
        if (standing?.decision?.allowed) return undefined
        return standing?.decision?.because ?? t('list.cannotChange')
      },
      typedOf: (row, key) => {
        const field = byKey.get(key)?.field
        return field && typedOf(row, field)
      },
      label: (key, typed) =>
        isPicked(typed) ? typed.label : (choicesOf(key).find(({ value }) => value === typed)?.label ?? written(typed)),
      async read(key, text) {
        const input = inputs[key]
        if (text === '') return { problem: t('ui.required') }
        switch (input?.kind) {
          case 'choice': {
            const chosen = choicesOf(key).find(({ value, label }) => label === text || value === text)
            return chosen ? { typed: chosen.value } : { problem: t('list.noSuchChoice', { text }) }
          }
          case 'record': {
            const found = ((await find(input.of ?? key, text)) ?? []).filter(({ label, disabled }) => label === text && !disabled)
            const [only] = found
            return only && found.length === 1
              ? { typed: only }
              : { problem: t(found.length > 1 ? 'list.severalFound' : 'list.noneFound', { text }) }
          }
          case 'money':
            return readMoney(text) ? { typed: text } : { problem: t('ui.moneyWrong') }
          case 'moment':
            return readMoment(text, Date.now()) ? { typed: text } : { problem: t('ui.momentWrong') }
          case 'day':
            return readDate(text, Date.now()) ? { typed: text } : { problem: t('ui.momentWrong') }
          default:
            return { typed: text }
        }
      },
      async save(row, key, typed, anyway) {
        const by = byKey.get(key)?.by
        const input = inputs[key]
        if (!by || !input) return { is: 'refused', message: t('list.cannotChange') }
        const { values, problems } = readInputs([input], { [input.name]: typed }, Date.now())
        if (problems[0]) return { is: 'refused', message: t(`ui.${problems[0].word}`) }
        const withReason = forms.get(by.decision)?.some(({ name, required }) => name === 'reason' && required)
        if (withReason && given.current.trim() === '') return { is: 'refused', message: t('list.reasonFirst') }
        const decision = mutationOf(by.decision)
        const seen = Math.max(revisions.current.get(row.id) ?? 0, typeof row['revision'] === 'number' ? row['revision'] : 0)
        const revision = anyway ? ((await standingOf(client, row.id, decision))?.revision ?? seen) : seen
        const answer = await decide({
          decision,
          id: row.id,
          saw: [{ id: row.id, revision }],
          input: { ...values, ...(withReason ? { reason: given.current.trim() } : {}) },
        })
        if (answer.is === 'done') {
          if (answer.revision !== undefined) revisions.current.set(row.id, answer.revision)
          return { is: 'saved' }
        }
        const message = answer.message || t('decide.lost')
        return answer.is === 'refused' && answer.code === 'ChangedSinceSeen' ? { is: 'overtaken', message } : { is: 'refused', message }
      },
    }
  }, [edited, forms, t, has, find, client, decide])
  return { editing, asksReason, reason, setReason }
}
