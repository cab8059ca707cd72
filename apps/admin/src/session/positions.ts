import { useCallback } from 'react'
import { useRead } from '../graph/read.ts'
import { PositionNamesDocument } from '../gql/graphql.ts'
import { useWords } from '../words/words.ts'

// asked by the frame and by what stands in it: were each to ask anew, the frame would be drawn again while its content is, and on a
// slow machine the content would never come to its end
const named = { of: ['position'], kept: true } as const

/** What a position is called; the list is data the administrator keeps. P-1 */
export const usePositionName = () => {
  const { language } = useWords()
  const { data } = useRead(PositionNamesDocument, {}, named)
  const positions = data?.positions
  return useCallback(
    (key: string | null | undefined) => {
      const found = positions?.find((position) => position.key === key)
      return (language === 'zh' ? found?.nameZh : found?.nameEn) ?? key ?? ''
    },
    [positions, language],
  )
}

/** Every position there is, to choose from. */
export const usePositionChoices = () => {
  const { language } = useWords()
  const { data } = useRead(PositionNamesDocument, {}, named)
  return (data?.positions ?? []).map(({ key, nameZh, nameEn }) => ({ value: key, label: language === 'zh' ? nameZh : nameEn }))
}

type Held = {
  readonly person?: { readonly name: string } | null
  readonly position?: string | null
  readonly department?: { readonly nameZh: string; readonly nameEn: string } | null
}
/** Whose something is: a person's, a position's, or any of a department's staff. B-1 */
export const useHolderName = () => {
  const { t, language } = useWords()
  const position = usePositionName()
  return useCallback(
    ({ person, position: key, department }: Held) =>
      person?.name ??
      (department ? t('chain.anyOf', { department: language === 'zh' ? department.nameZh : department.nameEn }) : position(key)),
    [t, position, language],
  )
}
