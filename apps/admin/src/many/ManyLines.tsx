import { Button, SegmentedControl } from '@mantine/core'
import { useLink } from '@lintel/ui'
import { useState } from 'react'
import { useClient } from 'urql'
import { ask, useRead } from '../graph/read.ts'
import { ManyLinesDocument, type ManyCountsFragment, type ManyLinesQuery, type ManyLineState } from '../gql/graphql.ts'
import { hrefOf } from '../paths.ts'
import { useWords } from '../words/words.ts'
import classes from './Many.module.css'

type Page = NonNullable<ManyLinesQuery['manyAction']>['lines']

/** What becomes, or became, of each record: those refused first, with the reason. */
export function ManyLines({ of }: { of: ManyCountsFragment }) {
  const { t } = useWords()
  const counts: Readonly<Record<string, number>> = { refused: of.refused, open: of.open, done: of.done }
  const states = (['refused', 'open', 'done'] as const).filter((state) => (counts[state] ?? 0) > 0)
  const [chosen, setChosen] = useState<ManyLineState>()
  const state = chosen ?? states[0]
  if (state === undefined) return null
  return (
    <section aria-label={t('many.results')}>
      <SegmentedControl
        aria-label={t('many.results')}
        value={state}
        data={states.map((value) => ({
          value,
          label: t(`many.line.${value === 'open' && of.endedAt ? 'left' : value}`, { count: counts[value]?.toLocaleString() }),
        }))}
        onChange={(value) => setChosen(states.find((one) => one === value))}
      />
      <Rows key={state} of={of} state={state} />
    </section>
  )
}

function Rows({ of, state }: { of: ManyCountsFragment; state: ManyLineState }) {
  const { t, say } = useWords()
  const client = useClient()
  const Link = useLink()
  const [more, setMore] = useState<Page>()
  const { data } = useRead(ManyLinesDocument, { id: of.id, state }, { of: [] })
  const first = data?.manyAction?.lines
  const nodes = [...(first?.nodes ?? []), ...(more?.nodes ?? [])]
  const after = (more ?? first)?.after
  const load = async () => {
    const { manyAction } = await ask(client, ManyLinesDocument, { id: of.id, state, after: after ?? null })
    if (manyAction) setMore({ ...manyAction.lines, nodes: [...(more?.nodes ?? []), ...manyAction.lines.nodes] })
  }
  return (
    <div className={classes.scroll}>
      <table className={classes.lines}>
        <thead>
          <tr>
            <th scope="col">{t('field.number')}</th>
            <th scope="col">{t('field.title')}</th>
            {state === 'refused' && <th scope="col">{t('many.because')}</th>}
          </tr>
        </thead>
        <tbody>
          {nodes.map((line) => (
            <tr key={line.seq}>
              <td>{line.number ? <Link to={hrefOf({ noun: of.noun, id: line.recordId })}>{line.number}</Link> : t('record.notFound')}</td>
              <td>{line.name}</td>
              {state === 'refused' && <td>{line.because}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      {after != null && (
        <Button variant="subtle" onClick={() => void load()}>
          {say('loadMore')}
        </Button>
      )}
    </div>
  )
}
