import { Button } from '@mantine/core'
import { Moment } from '@lintel/ui'
import { useState } from 'react'
import { useRead } from '../../graph/read.ts'
import { ChainsDocument, type ChainsQuery } from '../../gql/graphql.ts'
import { Decisions } from '../../record/Decisions.tsx'
import { useWords } from '../../words/words.ts'
import { Part } from '../Part.tsx'
import { ChainEditor } from './ChainEditor.tsx'
import classes from './Chains.module.css'
import { ChainSteps } from './ChainSteps.tsx'
import { TryOut } from './TryOut.tsx'

type Chain = ChainsQuery['chains'][number]

/** 审批链: for every kind of request who signs, in which version, since when and why. B-1, G-1 */
export function ChainsPart() {
  const { t } = useWords()
  const { data, loading, error, again } = useRead(ChainsDocument, {}, { of: ['chain'] })
  const [kind, setKind] = useState<string>()
  const [editing, setEditing] = useState(false)
  const chains = data?.chains ?? []
  const chain = chains.find((each) => each.kind === kind) ?? chains[0]
  return (
    <Part
      title={t('settings.chains')}
      hint={t('settings.chainsHint')}
      loading={loading}
      error={error}
      onRetry={again}
      action={chain && !editing && <Decisions of={[chain]} elsewhere={{ chainChange: () => setEditing(true) }} onChanged={again} />}
    >
      <div className={classes.kinds} role="group" aria-label={t('settings.chains')}>
        {chains.map((each) => (
          <Button
            key={each.id}
            variant={each === chain ? 'filled' : 'default'}
            aria-pressed={each === chain}
            onClick={() => {
              setKind(each.kind)
              setEditing(false)
            }}
          >
            {t(`choice.RequestKind.${each.kind}`)}
          </Button>
        ))}
      </div>
      {chain && editing && <ChainEditor key={chain.id} chain={chain} onClose={() => setEditing(false)} />}
      {chain && !editing && <ChainRead key={chain.id} chain={chain} />}
    </Part>
  )
}

function ChainRead({ chain }: { chain: Chain }) {
  const { t } = useWords()
  const versions = chain.versions.toReversed()
  const [open, setOpen] = useState(versions[0]?.number)
  return (
    <div className={`${classes.body} ${classes.editing}`}>
      <div>
        {chain.onEarlierVersions > 0 && <p className={classes.soft}>{t('settings.chain.running', { count: chain.onEarlierVersions })}</p>}
        {versions.map((version, n) => (
          <div key={version.number} className={classes.version}>
            <button
              type="button"
              aria-expanded={open === version.number}
              onClick={() => setOpen(open === version.number ? undefined : version.number)}
            >
              <strong>{t('settings.chain.version', { n: version.number })}</strong>
              {n === 0 && <span>{t('settings.running')}</span>}
              <span className={classes.soft}>
                <Moment at={version.at} as="exact" /> {version.by?.name ?? t('settings.chain.shipped')} {version.reason}
              </span>
            </button>
            {open === version.number && <ChainSteps of={version.steps} />}
          </div>
        ))}
      </div>
      <TryOut chain={chain} />
    </div>
  )
}
