import { Button, Modal } from '@mantine/core'
import type { Selection } from '@lintel/ui'
import { lazy, Suspense, useState } from 'react'
import { useClient } from 'urql'
import { nameOf } from '../decisions.ts'
import type { Answer } from '../graph/decide.ts'
import { whatFailed } from '../graph/failure.ts'
import { ManyPrepareDocument, type ChosenInput, type DecisionName, type ManyPrepareMutation, type ShownListInput } from '../gql/graphql.ts'
import { useWords } from '../words/words.ts'
import classes from './Many.module.css'

// a form, and what came of it, are fetched when something is to be done with many
const DecisionModal = lazy(async () => ({ default: (await import('../record/DecisionModal.tsx')).DecisionModal }))
const ManyAction = lazy(async () => ({ default: (await import('./ManyAction.tsx')).ManyAction }))

type Props = {
  decisions: readonly string[]
  list: ShownListInput
  selection: Selection
  onDone: () => void
}

/** What can be done with the rows that were chosen: tried first, then done. X-10 */
export function OnMany({ decisions, list, selection, onDone }: Props) {
  const { t, say } = useWords()
  const client = useClient()
  const [asking, setAsking] = useState<string>()
  const [following, setFollowing] = useState<string>()
  // the same until it is answered: a second click after a lost answer asks for the same. B-3
  const [key, setKey] = useState(() => crypto.randomUUID())
  const chosen: ChosenInput = 'ids' in selection ? { ids: [...selection.ids] } : { filter: list.filter, except: [...selection.except] }
  const prepare = async (input: Record<string, unknown>): Promise<Answer> => {
    if (!asking) return { is: 'lost', message: '' }
    const { data: answer, error } = await client
      .mutation<ManyPrepareMutation>(ManyPrepareDocument.toString(), {
        key,
        does: nameOf(asking) as DecisionName,
        chosen,
        input,
      })
      .toPromise()
    const result = answer?.manyPrepare
    if (!result) return { is: 'lost', message: error?.graphQLErrors[0]?.message ?? (error ? whatFailed(error, t) : '') }
    setKey(crypto.randomUUID())
    if ('message' in result)
      return {
        is: 'refused',
        code: result.code,
        message: result.message,
        ...('field' in result && result.field ? { field: result.field } : {}),
      }
    setAsking(undefined)
    setFollowing(result.id)
    return { is: 'done', id: result.id, noun: list.noun }
  }
  return (
    <>
      {decisions.map((decision) => (
        <Button key={decision} variant="default" onClick={() => setAsking(decision)}>
          {t(`decision.${decision}`)}
        </Button>
      ))}
      <Suspense>
        {asking && (
          <DecisionModal
            key={asking}
            decision={asking}
            about="many"
            number={'ids' in selection ? t('many.count', { count: selection.ids.size }) : t('many.all')}
            sendLabel={t('many.try')}
            special={{ before: <p className={classes.hint}>{t('many.tryHint')}</p> }}
            onSend={prepare}
            onClose={() => setAsking(undefined)}
          />
        )}
        {following && (
          <Modal opened onClose={onDone} size="xl" title={t('many.title')} closeButtonProps={{ 'aria-label': say('close') }}>
            <ManyAction id={following} onOther={setFollowing} onClose={onDone} />
          </Modal>
        )}
      </Suspense>
    </>
  )
}
