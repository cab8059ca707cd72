import { Button } from '@mantine/core'
import { Moment, Section, StateDot } from '@lintel/ui'
import { lazy, Suspense, useState } from 'react'
import { useClient } from 'urql'
import { SessionEndDocument, SessionsDocument, SessionsEndOthersDocument, type SessionsEndOthersMutation } from '../gql/graphql.ts'
import { whatFailed } from '../graph/failure.ts'
import { useRead } from '../graph/read.ts'
import { useWays } from '../session/ways.ts'
import { useWords } from '../words/words.ts'
import { Part } from './Part.tsx'
import { PasswordChange } from './PasswordChange.tsx'
import classes from './SessionsPart.module.css'
import table from './Table.module.css'
import { useDeviceName } from './use-device.ts'
import { tell } from '../frame/tell.ts'

const SecondFactor = lazy(async () => ({ default: (await import('./SecondFactor.tsx')).SecondFactor }))

/** Where one is signed in, one's password and second factor. SEC-11 */
export function SessionsPart() {
  const { t } = useWords()
  const client = useClient()
  const device = useDeviceName()
  const { data, loading, error, again } = useRead(SessionsDocument, {}, { of: ['person'] })
  const { ways, again: waysAgain } = useWays()
  const [ending, setEnding] = useState<string>()
  const sessions = data?.sessions
  const end = async (id: string) => {
    setEnding(id)
    const { error: failed } = await client.mutation(SessionEndDocument.toString(), { id }).toPromise()
    setEnding(undefined)
    if (failed) tell({ message: whatFailed(failed, t), color: 'red' })
    else tell({ message: t('sessions.ended') })
    again()
  }
  const endOthers = async () => {
    setEnding('others')
    const { data: done, error: failed } = await client
      .mutation<SessionsEndOthersMutation>(SessionsEndOthersDocument.toString(), {})
      .toPromise()
    setEnding(undefined)
    if (failed) tell({ message: whatFailed(failed, t), color: 'red' })
    else tell({ message: t('sessions.endedCount', { count: done?.sessionsEndOthers ?? 0 }) })
    again()
  }
  return (
    <Part
      title={t('settings.sessions')}
      hint={t('settings.sessionsHint')}
      loading={loading}
      error={error}
      onRetry={again}
      action={
        sessions &&
        sessions.length > 1 && (
          <Button variant="default" loading={ending === 'others'} onClick={() => void endOthers()}>
            {t('sessions.endOthers')}
          </Button>
        )
      }
    >
      {sessions && (
        <Section title={t('sessions.open')} count={sessions.length}>
          <div className={classes.wide}>
            <table className={table.table}>
              <thead>
                <tr>
                  <th>{t('sessions.device')}</th>
                  <th>{t('sessions.address')}</th>
                  <th className={classes.since}>{t('sessions.since')}</th>
                  <th>{t('sessions.lastSeen')}</th>
                  <th />
                </tr>
              </thead>
              <tbody>
                {sessions.map((session) => (
                  <tr key={session.id}>
                    <td title={session.agent ?? undefined}>{device(session.agent)}</td>
                    <td>{session.address}</td>
                    <td className={classes.since}>
                      <Moment at={session.since} as="exact" />
                    </td>
                    <td>
                      <Moment at={session.lastSeen} />
                    </td>
                    <td className={table.actions}>
                      {session.isThis ? (
                        <StateDot tone="green" word={t('sessions.this')} />
                      ) : (
                        <Button size="xs" variant="default" loading={ending === session.id} onClick={() => void end(session.id)}>
                          {t('sessions.end')}
                        </Button>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </Section>
      )}
      {ways && (
        <>
          <Section title={t('sessions.password')}>
            {ways.password ? <PasswordChange onChanged={again} /> : <p className={classes.none}>{t('sessions.noPassword')}</p>}
          </Section>
          <Section title={t('factor.title')}>
            <Suspense>
              <SecondFactor
                ways={ways}
                onDone={() => {
                  void waysAgain()
                  again()
                }}
              />
            </Suspense>
          </Section>
        </>
      )}
    </Part>
  )
}
