import { Button } from '@mantine/core'
import { Moment } from '@lintel/ui'
import { lazy, Suspense, useState } from 'react'
import { useClient } from 'urql'
import { tell } from '../frame/tell.ts'
import { useGo } from '../go.ts'
import { whatFailed } from '../graph/failure.ts'
import { useRead } from '../graph/read.ts'
import { ProblemRunDocument, ProblemsLookDocument, type ProblemsLookMutation } from '../gql/graphql.ts'
import { useMayOpen } from '../record/Opening.tsx'
import { useWords } from '../words/words.ts'
import classes from './Problems.module.css'
import { usePolled } from './use-polled.ts'

const Opening = lazy(async () => ({ default: (await import('../record/Opening.tsx')).Opening }))

/** When one last looked for common problems, how far a look has come, and looking now. Y-2 */
export function Look() {
  const { t } = useWords()
  const client = useClient()
  const go = useGo()
  const mayOpen = useMayOpen('problemOpen')
  const [opening, setOpening] = useState(false)
  const { data, again } = useRead(ProblemRunDocument, {}, { of: ['problem'] })
  const run = data?.problemRun
  const going = run?.state === 'waiting' || run?.state === 'running'
  usePolled(going, again)
  if (!mayOpen) return null
  const look = async () => {
    const { data: asked, error } = await client
      .mutation<ProblemsLookMutation>(ProblemsLookDocument.toString(), { key: crypto.randomUUID() })
      .toPromise()
    const result = asked?.problemsLook
    if (error || (result && 'message' in result))
      tell({ message: result && 'message' in result ? result.message : error ? whatFailed(error, t) : '', color: 'red' })
    again()
  }
  return (
    <span className={classes.look}>
      {run && (
        <span className={classes.soft} role="status">
          {going ? (
            t('problems.looking', { done: run.done, cells: run.cells })
          ) : (
            <>
              {t(run.state === 'failed' ? 'problems.lookFailed' : 'problems.looked', {
                month: run.month ?? '',
                proposed: run.proposed,
                joined: run.joined,
              })}{' '}
              <Moment at={run.endedAt ?? run.at} />
            </>
          )}
        </span>
      )}
      <Button variant="subtle" onClick={() => go('/group-alerts')}>
        {t('rail.group-alerts')}
      </Button>
      <Button variant="default" loading={going} onClick={() => void look()}>
        {t('problems.look')}
      </Button>
      <Button onClick={() => setOpening(true)}>{t('decision.problemOpen')}</Button>
      {opening && (
        <Suspense>
          <Opening decision="problemOpen" opens onClose={() => setOpening(false)} />
        </Suspense>
      )}
    </span>
  )
}
