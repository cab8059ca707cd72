import type { TFunction } from 'i18next'
import { mutationOf } from '../decisions.ts'
import { useWords } from '../words/words.ts'

/** 回馈（首次联系）, 到场, 同意: a task says what is to be done and for which part. */
export const taskWords = ({ does, part }: { does: string; part?: string | null }, t: TFunction, has: (key: string) => boolean): string => {
  const mutation = mutationOf(does)
  const word = has(`task.${mutation}`) ? t(`task.${mutation}`) : t(`decision.${mutation}`)
  return part && has(`part.${part}`) ? t('tasks.withPart', { task: word, part: t(`part.${part}`) }) : word
}

export const useTaskWords = () => {
  const { t, has } = useWords()
  return (task: { does: string; part?: string | null }) => taskWords(task, t, has)
}
