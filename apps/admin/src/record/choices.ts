import type { TFunction } from 'i18next'

/** The values of a closed list with their words. */
export const choicesOf = (t: TFunction, list: string, values: readonly string[]) =>
  values.map((value) => ({ value, label: t(`choice.${list}.${value}`) }))
