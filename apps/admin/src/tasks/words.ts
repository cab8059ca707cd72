import { useWords } from '../words/words.ts'

/** 回馈（首次联系）, 到场, 同意: a task says what is to be done and for which part. */
export const useTaskWords = () => {
  const { t, has } = useWords()
  return ({ does, part }: { does: string; part?: string | null }) => {
    const word = has(`task.${does}`) ? t(`task.${does}`) : t(`decision.${does}`)
    return part && has(`part.${part}`) ? t('tasks.withPart', { task: word, part: t(`part.${part}`) }) : word
  }
}
