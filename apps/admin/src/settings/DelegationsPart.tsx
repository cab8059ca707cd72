import '../record/own-words.ts'
import { Button } from '@mantine/core'
import { Blank, Moment, StateDot } from '@lintel/ui'
import { useState } from 'react'
import { useRead } from '../graph/read.ts'
import { DelegationsDocument } from '../gql/graphql.ts'
import { Decisions } from '../record/Decisions.tsx'
import { Opening, useMayOpen } from '../record/Opening.tsx'
import { State } from '../record/State.tsx'
import { useWords } from '../words/words.ts'
import { Part } from './Part.tsx'
import classes from './Table.module.css'

/** 代行职责: approvals given to a named person for a period. P-2 */
export function DelegationsPart() {
  const { t } = useWords()
  const { data, loading, error, again } = useRead(DelegationsDocument, {}, { of: ['delegation'] })
  const mayGrant = useMayOpen('delegationGrant')
  const [granting, setGranting] = useState(false)
  const delegations = data?.delegations ?? []
  return (
    <Part
      title={t('settings.delegations')}
      hint={t('settings.delegationsHint')}
      loading={loading}
      error={error}
      onRetry={again}
      action={mayGrant && <Button onClick={() => setGranting(true)}>{t('decision.delegationGrant')}</Button>}
    >
      {delegations.length === 0 ? (
        <Blank title={t('settings.noDelegations')} />
      ) : (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('settings.principal')}</th>
              <th scope="col">{t('inputOf.delegationGrant.to')}</th>
              <th scope="col">{t('input.from')}</th>
              <th scope="col">{t('input.until')}</th>
              <th scope="col">{t('field.state')}</th>
              <th aria-label={t('settings.actions')} />
            </tr>
          </thead>
          <tbody>
            {delegations.map((delegation) => (
              <tr key={delegation.id}>
                <td>{delegation.principal.name}</td>
                <td>{delegation.to.name}</td>
                <td>
                  <Moment at={delegation.from} as="exact" />
                </td>
                <td>
                  <Moment at={delegation.until} as="exact" />
                </td>
                <td>
                  {delegation.running ? (
                    <StateDot word={t('settings.running')} tone="green" />
                  ) : delegation.state === 'granted' ? (
                    <StateDot word={t('settings.notRunning')} hollow />
                  ) : (
                    <State of="delegation" is={delegation.state} />
                  )}
                </td>
                <td className={classes.actions}>
                  {delegation.availableDecisions.some((each) => each.allowed) && <Decisions inRow of={[delegation]} onChanged={again} />}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {granting && <Opening decision="delegationGrant" special={{ typed: { from: t('ui.now') } }} onClose={() => setGranting(false)} />}
    </Part>
  )
}
