import { Alert, Button, Progress } from '@mantine/core'
import { Blank } from '@lintel/ui'
import { useState } from 'react'
import { useClient } from 'urql'
import { mutationOf } from '../decisions.ts'
import { useLooking } from '../exports/looking.ts'
import { whatFailed } from '../graph/failure.ts'
import { useRead } from '../graph/read.ts'
import {
  ManyActionDocument,
  ManyCancelDocument,
  ManyStartDocument,
  ManyUndoDocument,
  type ManyCountsFragment,
  type ManyStartMutation,
} from '../gql/graphql.ts'
import { useWords } from '../words/words.ts'
import classes from './Many.module.css'
import { ManyLines } from './ManyLines.tsx'

export const goesOn = ({ state }: Pick<ManyCountsFragment, 'state'>) => state === 'checking' || state === 'running'

/** What it is, in one line: 分派, or that it takes one back. */
export const useActionTitle = () => {
  const { t } = useWords()
  return ({ decision, undoes, noun }: Pick<ManyCountsFragment, 'decision' | 'undoes' | 'noun'>) =>
    t(undoes ? 'many.undoing' : 'many.doing', { decision: t(`decision.${mutationOf(decision)}`), noun: t(`noun.${noun}`) })
}

/** One decision on many records, at whatever stage: tried, to be confirmed, running, or what became of each. X-10 */
export function ManyAction({ id, onOther, onClose }: { id: string; onOther: (id: string) => void; onClose: () => void }) {
  const { t, say } = useWords()
  const title = useActionTitle()
  const { data, loading, error, again } = useRead(ManyActionDocument, { id }, { of: [] })
  const row = data?.manyAction
  useLooking(row ? goesOn(row) : false, again)
  if (!row)
    return (
      <Blank
        title={loading ? say('loading') : error ? whatFailed(error, t) : t('record.notFound')}
        {...(error ? { action: <Button onClick={again}>{say('retry')}</Button> } : {})}
      />
    )
  return (
    <div className={classes.action}>
      <h3>{title(row)}</h3>
      <HowFar of={row} />
      <Buttons of={row} again={again} onOther={onOther} onClose={onClose} />
      {!goesOn(row) && <ManyLines key={`${row.id} ${row.state}`} of={row} />}
    </div>
  )
}

/** How far it is and what came of it, in figures. */
export function HowFar({ of }: { of: ManyCountsFragment }) {
  const { t } = useWords()
  const figure = (n: number) => n.toLocaleString()
  const counts = { total: figure(of.total ?? 0), open: figure(of.open), refused: figure(of.refused), done: figure(of.done) }
  const through = of.state === 'checking' ? of.open + of.refused : of.done + (of.total ?? 0) - of.open - of.done
  return (
    <div role="status" className={classes.howFar}>
      <span>{t(`many.state.${of.state}`, counts)}</span>
      {goesOn(of) && (
        <Progress value={of.total ? (through / of.total) * 100 : 0} animated aria-label={t(`many.state.${of.state}`, counts)} />
      )}
    </div>
  )
}

type Asked = 'manyStart' | 'manyCancel' | 'manyUndo'
const documents = { manyStart: ManyStartDocument, manyCancel: ManyCancelDocument, manyUndo: ManyUndoDocument }

function Buttons({
  of,
  again,
  onOther,
  onClose,
}: {
  of: ManyCountsFragment
  again: () => void
  onOther: (id: string) => void
  onClose: () => void
}) {
  const { t, say } = useWords()
  const client = useClient()
  const [asked, setAsked] = useState<Asked>()
  const [problem, setProblem] = useState<string>()
  const ask = async (what: Asked) => {
    setAsked(what)
    const { data, error } = await client
      .mutation<Readonly<Record<Asked, ManyStartMutation['manyStart'] | undefined>>>(documents[what].toString(), { id: of.id })
      .toPromise()
    setAsked(undefined)
    const result = data?.[what]
    setProblem(result && 'message' in result ? result.message : error ? whatFailed(error, t) : undefined)
    if (result && 'id' in result && result.id !== of.id) onOther(result.id)
    else again()
  }
  return (
    <>
      {problem && <Alert color="red">{problem}</Alert>}
      <div className={classes.buttons}>
        {of.state === 'checked' && of.open > 0 && (
          <Button variant="filled" loading={asked === 'manyStart'} onClick={() => void ask('manyStart')}>
            {t('many.start', { count: of.open, formatted: of.open.toLocaleString() })}
          </Button>
        )}
        {(goesOn(of) || of.state === 'checked') && (
          <Button variant="default" loading={of.stopping || asked === 'manyCancel'} onClick={() => void ask('manyCancel')}>
            {t(of.state === 'running' ? 'many.stop' : 'many.cancel')}
          </Button>
        )}
        {of.undoable > 0 && (
          <Button variant="default" loading={asked === 'manyUndo'} onClick={() => void ask('manyUndo')}>
            {t('many.undo', { count: of.undoable, formatted: of.undoable.toLocaleString() })}
          </Button>
        )}
        {of.endedAt && (
          <Button variant="subtle" onClick={onClose}>
            {say('close')}
          </Button>
        )}
      </div>
      {goesOn(of) && <p className={classes.hint}>{t('many.mayLeave')}</p>}
    </>
  )
}
