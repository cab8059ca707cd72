import type { Sent } from '@lintel/ui'
import type { TFunction } from 'i18next'
import type { Answer } from '../graph/decide.ts'

/** A decision's answer as the form wants to hear it. */
export const toSent = (answer: Answer, t: TFunction): Sent => {
  if (answer.is === 'done') return { done: true }
  if (answer.is === 'lost') return { done: false, message: answer.message || t('decide.lost') }
  return { done: false, message: answer.message, ...(answer.field ? { fields: { [answer.field]: answer.message } } : {}) }
}
