import type { TFunction } from 'i18next'

/** A repair that a fine started has the notice's number for a reason; a person reads a sentence. E-1, F-5 */
export const repairTitle = ({ reason }: { reason: string }, t: TFunction) =>
  /^[A-Z]+-\d{4}-\d+$/u.test(reason) ? t('repairs.forNotice', { number: reason }) : reason
