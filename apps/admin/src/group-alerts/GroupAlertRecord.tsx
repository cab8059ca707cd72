import { Moment, RecordHead, Section, useLink } from '@lintel/ui'
import { useRead } from '../graph/read.ts'
import { GroupAlertDocument } from '../gql/graphql.ts'
import { pathOf } from '../paths.ts'
import { Decisions } from '../record/Decisions.tsx'
import { Events } from '../record/Events.tsx'
import { Owed } from '../record/Owed.tsx'
import { RecordLayout, RecordState, WayOut, type Place } from '../record/RecordLayout.tsx'
import { State } from '../record/State.tsx'
import { useWords } from '../words/words.ts'
import classes from './GroupAlert.module.css'

const order = ['groupAlertMakeGroup', 'groupAlertDismiss']
const day = 86_400_000

/** 群诉预警: which cases, from which homes, in which words and when; the manager says what it is. C-3 */
export function GroupAlertRecord({ id, place }: { id: string; place: Place }) {
  const { t } = useWords()
  const Link = useLink()
  const { data, loading, error, again } = useRead(GroupAlertDocument, { id }, { of: ['groupAlert', 'complaint'] })
  const alert = data?.groupAlert
  if (!alert) return <RecordState loading={loading} error={error} place={place} onRetry={again} />
  const building = [alert.project.name, alert.building.phase, alert.building.name].join(' ')
  const times = alert.complaints.map(({ registeredAt }) => Date.parse(registeredAt))
  const days = times.length ? Math.max(1, Math.ceil((Math.max(...times) - Math.min(...times)) / day)) : 1
  return (
    <RecordLayout
      place={place}
      head={
        <RecordHead
          before={<WayOut place={place} />}
          number={alert.number}
          link={`${location.origin}${pathOf('groupAlert', id)}`}
          state={<State of="groupAlert" is={alert.state} />}
          title={alert.title}
          about={<span>{[building, alert.element ? t(`choice.Element.${alert.element}`) : undefined].filter(Boolean).join(' · ')}</span>}
          decisions={<Decisions of={[alert]} order={order} only={order} onChanged={again} />}
        />
      }
      facts={
        <>
          <Owed of={data.owed} />
          <Section title={t('groupAlerts.cases')} count={alert.cases}>
            <p>{t('groupAlerts.why', { building, units: alert.units, days, cases: alert.cases })}</p>
            {alert.dismissedBecause && <p>{alert.dismissedBecause}</p>}
            <div className={classes.scroll}>
              <table className={classes.table}>
                <thead>
                  <tr>
                    <th>{t('field.number')}</th>
                    <th>{t('groupAlerts.home')}</th>
                    <th>{t('groupAlerts.said')}</th>
                    <th>{t('field.severity')}</th>
                    <th>{t('groupAlerts.when')}</th>
                  </tr>
                </thead>
                <tbody>
                  {alert.complaints.map((one) => (
                    <tr key={one.id}>
                      <td className={classes.number}>
                        <Link to={pathOf('complaint', one.id)}>{one.number}</Link>
                      </td>
                      <td className={classes.number}>{one.unit?.number ?? '—'}</td>
                      <td>
                        <strong>{one.title}</strong>
                        <br />
                        {one.wording}
                      </td>
                      <td className={classes.number}>{t(`choice.Severity.${one.severity}`)}</td>
                      <td className={classes.number}>
                        <Moment at={one.registeredAt} as="exact" />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </Section>
        </>
      }
      timeline={<Events of={alert.timeline} record={id} />}
    />
  )
}
