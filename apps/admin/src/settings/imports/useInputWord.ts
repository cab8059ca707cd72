import { useWords } from '../../words/words.ts'

/** What an input of a line is called: as in the forms, but for what files write otherwise. */
export const useInputWord = () => {
  const { t, has } = useWords()
  return (name: string) => (has(`imports.input.${name}`) ? t(`imports.input.${name}`) : has(`input.${name}`) ? t(`input.${name}`) : name)
}
