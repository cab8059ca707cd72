import { money } from '@lintel/ui'
import type { ChainStepPartsFragment } from '../../gql/graphql.ts'
import { categoryName } from '../../places.ts'
import { usePositionName } from '../../session/positions.ts'
import { useWords } from '../../words/words.ts'

type Condition = ChainStepPartsFragment['when'][number]

/** When a step is asked, in a sentence. */
export const useConditionWords = () => {
  const { t, has, language } = useWords()
  const position = usePositionName()
  const listed = (values: readonly string[]) => values.join(t('settings.chain.or'))
  const severity = (value: string) => (has(`choice.FineSeverity.${value}`) ? t(`choice.FineSeverity.${value}`) : value)
  return ({ over, upTo, limit, grounds, severities, categories, draftedBy, notDraftedBy }: Condition) =>
    [
      over && t('settings.chain.over', { amount: money(over.amount, language) }),
      upTo && t('settings.chain.upTo', { amount: money(upTo.amount, language) }),
      limit && t('settings.chain.overLimit', { limit: t(`input.${limit}`) }),
      grounds.length > 0 && t('settings.chain.grounds', { grounds: listed(grounds.map((ground) => t(`groundShort.${ground}`))) }),
      severities.length > 0 && t('settings.chain.severities', { severities: listed(severities.map(severity)) }),
      categories.length > 0 &&
        t('settings.chain.categories', { categories: listed(categories.map((category) => categoryName(category, language))) }),
      draftedBy.length > 0 && t('settings.chain.draftedBy', { positions: listed(draftedBy.map(position)) }),
      notDraftedBy.length > 0 && t('settings.chain.notDraftedBy', { positions: listed(notDraftedBy.map(position)) }),
    ]
      .filter((part) => typeof part === 'string')
      .join(t('settings.chain.and'))
}
