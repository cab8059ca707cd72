import { Blank, Moment } from '@lintel/ui'
import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import { useLooking } from '../exports/looking.ts'
import { useRead } from '../graph/read.ts'
import { ManyActionsDocument } from '../gql/graphql.ts'
import { goesOn, HowFar, ManyAction, useActionTitle } from '../many/ManyAction.tsx'
import { useWords } from '../words/words.ts'
import classes from './Jobs.module.css'

/** One's decisions on many records: how far they are, what came of each record, and the way back. X-10 */
export function ManyActions() {
  const { t, say } = useWords()
  const title = useActionTitle()
  const [open, setOpen] = useState<string>()
  const { data, loading, error, again } = useRead(ManyActionsDocument, {}, { of: [] })
  const rows = data?.manyActions ?? []
  useLooking(rows.some(goesOn), again)
  return (
    <section aria-label={t('jobs.many')}>
      <h2>{t('jobs.many')}</h2>
      <p className={classes.soft}>{t('jobs.manyHint')}</p>
      {error ? (
        <Blank tone="red" title={say('failed')} action={<Button onClick={again}>{say('retry')}</Button>} />
      ) : rows.length === 0 ? (
        <p className={classes.soft}>{loading ? say('loading') : t('jobs.noMany')}</p>
      ) : (
        <ul className={classes.list}>
          {rows.map((row) => (
            <li key={row.id} className={classes.job}>
              <strong>{title(row)}</strong>
              <span className={classes.soft}>
                <Moment at={row.at} as="exact" />
              </span>
              <div className={classes.how}>
                <HowFar of={row} />
              </div>
              <Button size="compact-sm" variant="default" aria-label={`${t('jobs.look')} ${title(row)}`} onClick={() => setOpen(row.id)}>
                {t('jobs.look')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {open && (
        <Modal
          opened
          onClose={() => setOpen(undefined)}
          size="xl"
          title={t('many.title')}
          closeButtonProps={{ 'aria-label': say('close') }}
        >
          <ManyAction
            id={open}
            onOther={(id) => {
              setOpen(id)
              again()
            }}
            onClose={() => setOpen(undefined)}
          />
        </Modal>
      )}
    </section>
  )
}
