import { Button, MultiSelect } from '@mantine/core'
import { Blank, Moment, MomentInput, Nothing, Picker, readMoment, type Picked } from '@lintel/ui'
import { useState } from 'react'
import { useFind } from '../find/find.ts'
import { SecurityEventsDocument, SecurityKindsDocument, type SecurityKind } from '../gql/graphql.ts'
import { useRead } from '../graph/read.ts'
import { usePages } from '../list/pages.ts'
import { useWords } from '../words/words.ts'
import { Part } from './Part.tsx'
import classes from './SessionsPart.module.css'
import table from './Table.module.css'
import { useDeviceName } from './use-device.ts'

/** What happened to accounts and sign-ins; nobody can change it. */
export function SecurityPart() {
  const { t } = useWords()
  const device = useDeviceName()
  const find = useFind()
  const kinds = useRead(SecurityKindsDocument, {}, { of: [] }).data?.securityKinds ?? []
  const [kind, setKind] = useState<readonly SecurityKind[]>([])
  const [person, setPerson] = useState<Picked>()
  const [from, setFrom] = useState('')
  const [until, setUntil] = useState('')
  const [since, to] = [from, until].map((typed) => (typed ? readMoment(typed, Date.now()) : undefined))
  const filter = {
    ...(kind.length ? { kind: [...kind] } : {}),
    ...(person ? { person: person.value } : {}),
    ...(since ? { from: since } : {}),
    ...(to ? { until: to } : {}),
  }
  const list = usePages(SecurityEventsDocument, { filter }, (data) => data.securityEvents, { of: ['person'] })
  return (
    <Part
      title={t('settings.security')}
      hint={t('settings.securityHint')}
      loading={list.state === 'loading' && list.nodes.length === 0}
      error={list.state === 'failed' ? list.error : undefined}
      onRetry={list.again}
    >
      <div className={classes.filters}>
        <MultiSelect
          label={t('security.kinds')}
          data={kinds.map((value) => ({ value, label: t(`security.kind.${value}`) }))}
          value={[...kind]}
          onChange={(chosen) => setKind(kinds.filter((one) => chosen.includes(one)))}
          clearable
          miw={220}
        />
        <Picker label={t('security.person')} value={person} onChange={setPerson} find={(text) => find('person', text)} />
        <MomentInput label={t('security.from')} value={from} onChange={setFrom} />
        <MomentInput label={t('security.until')} value={until} onChange={setUntil} />
      </div>
      {list.nodes.length === 0 ? (
        <Blank title={t('security.none')} />
      ) : (
        <div className={classes.wide}>
          <table className={table.table}>
            <thead>
              <tr>
                <th>{t('security.when')}</th>
                <th>{t('security.what')}</th>
                <th>{t('security.who')}</th>
                <th>{t('security.by')}</th>
                <th>{t('sessions.address')}</th>
                <th>{t('sessions.device')}</th>
              </tr>
            </thead>
            <tbody>
              {list.nodes.map((event) => (
                <tr key={event.id}>
                  <td>
                    <Moment at={event.at} as="exact" />
                  </td>
                  <td>{t(`security.kind.${event.kind}`)}</td>
                  <td>{event.person?.name ?? t('security.nobody')}</td>
                  <td>{event.by?.name ?? <Nothing />}</td>
                  <td>{event.address ?? <Nothing />}</td>
                  <td title={event.agent ?? undefined}>{event.agent ? device(event.agent) : <Nothing />}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {list.more.has && (
        <Button variant="subtle" loading={list.more.loading} onClick={list.more.load} style={{ margin: '10px 20px' }}>
          {t('security.more')}
        </Button>
      )}
    </Part>
  )
}
