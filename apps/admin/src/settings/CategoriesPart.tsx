import { Button } from '@mantine/core'
import { useState } from 'react'
import { useRead } from '../graph/read.ts'
import { CategoriesDocument, type CategoriesQuery } from '../gql/graphql.ts'
import { changeFrom } from '../record/cards.ts'
import { Decisions } from '../record/Decisions.tsx'
import { Opening, useMayOpen } from '../record/Opening.tsx'
import { State } from '../record/State.tsx'
import { useWords } from '../words/words.ts'
import { Part } from './Part.tsx'
import classes from './Table.module.css'

type Category = CategoriesQuery['categories'][number]

/** Every category under the one it belongs to, in reading order. */
const tree = (all: readonly Category[], parent?: string): readonly Category[] =>
  all.filter((each) => each.parent?.id === parent).flatMap((each) => [each, ...tree(all, each.id)])

/** The dictionary of what complaints are about, in three levels. C-2 */
export function CategoriesPart() {
  const { t, language } = useWords()
  const { data, loading, error, again } = useRead(CategoriesDocument, {}, { of: ['category'] })
  const mayAdd = useMayOpen('categoryAdd')
  const [adding, setAdding] = useState<{ value: string; label: string } | 'top'>()
  const name = (category: Category) => (language === 'zh' ? category.nameZh : category.nameEn)
  return (
    <Part
      title={t('settings.categories')}
      hint={t('settings.categoriesHint')}
      loading={loading}
      error={error}
      onRetry={again}
      action={mayAdd && <Button onClick={() => setAdding('top')}>{t('decision.categoryAdd')}</Button>}
    >
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('input.category')}</th>
            <th scope="col">{t(language === 'zh' ? 'input.nameEn' : 'input.nameZh')}</th>
            <th scope="col">{t('field.state')}</th>
            <th aria-label={t('settings.actions')} />
          </tr>
        </thead>
        <tbody>
          {tree(data?.categories ?? []).map((category) => (
            <tr key={category.id}>
              <td
                className={category.level === 2 ? classes.nested : category.level > 2 ? classes.deeper : undefined}
                style={category.level === 1 ? { fontWeight: 600 } : undefined}
              >
                {name(category)}
              </td>
              <td>{language === 'zh' ? category.nameEn : category.nameZh}</td>
              <td>
                <State of="category" is={category.state} />
              </td>
              <td className={classes.actions}>
                <span style={{ display: 'inline-flex', gap: 4, alignItems: 'center' }}>
                  {mayAdd && category.level < 3 && (
                    <Button variant="subtle" onClick={() => setAdding({ value: category.id, label: name(category) })}>
                      {t('settings.addUnder')}
                    </Button>
                  )}
                  {category.availableDecisions.length > 0 && (
                    <Decisions
                      of={[category]}
                      order={['categoryChange']}
                      beside={1}
                      inRow
                      special={{ categoryChange: { typed: changeFrom(category) } }}
                      onChanged={again}
                    />
                  )}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {adding && (
        <Opening
          decision="categoryAdd"
          special={adding === 'top' ? {} : { typed: { under: adding } }}
          onClose={() => setAdding(undefined)}
        />
      )}
    </Part>
  )
}
