import { Button } from '@mantine/core'
import { Section } from '@lintel/ui'
import { useState } from 'react'
import { useRead } from '../graph/read.ts'
import { PositionsDocument } from '../gql/graphql.ts'
import { changeFrom } from '../record/cards.ts'
import { Decisions } from '../record/Decisions.tsx'
import { Opening, useMayOpen } from '../record/Opening.tsx'
import { State } from '../record/State.tsx'
import { useWords } from '../words/words.ts'
import { Part } from './Part.tsx'
import classes from './PositionsPart.module.css'

/** A position carries permissions: a verb on a kind of record. P-1 */
export function PositionsPart() {
  const { t, language, has } = useWords()
  const { data, loading, error, again } = useRead(PositionsDocument, {}, { of: ['position'] })
  const mayAdd = useMayOpen('positionAdd')
  const [adding, setAdding] = useState(false)
  const [open, setOpen] = useState<string>()
  const departments = Map.groupBy(data?.positions ?? [], (position) => position.department)
  const verb = (permission: string) => {
    const [noun = '', name = ''] = permission.split('.')
    const decision = `decision.${noun}${name.slice(0, 1).toUpperCase()}${name.slice(1)}`
    return `${has(`noun.${noun}`) ? t(`noun.${noun}`) : noun} · ${has(decision) ? t(decision) : has(`permission.${name}`) ? t(`permission.${name}`) : name}`
  }
  return (
    <Part
      title={t('settings.positions')}
      hint={t('settings.positionsHint')}
      loading={loading}
      error={error}
      onRetry={again}
      action={mayAdd && <Button onClick={() => setAdding(true)}>{t('decision.positionAdd')}</Button>}
    >
      {[...departments].map(([department, positions]) => (
        <Section key={department} title={department} count={positions.length}>
          <ul className={classes.positions}>
            {positions.map((position) => (
              <li key={position.id}>
                <button
                  type="button"
                  className={classes.line}
                  aria-expanded={open === position.id}
                  onClick={() => setOpen(open === position.id ? undefined : position.id)}
                >
                  <strong>{language === 'zh' ? position.nameZh : position.nameEn}</strong>
                  <span className={classes.soft}>{t('settings.permissionCount', { count: position.permissions.length })}</span>
                  <State of="position" is={position.state} />
                </button>
                {open === position.id && (
                  <div className={classes.detail}>
                    <div className={classes.permissions}>
                      {position.permissions.map((permission) => (
                        <span key={permission} title={permission}>
                          {verb(permission)}
                        </span>
                      ))}
                    </div>
                    <Decisions
                      of={[position]}
                      order={['positionChange']}
                      special={{ positionChange: { typed: { ...changeFrom(position), permissions: position.permissions.join('\n') } } }}
                      onChanged={again}
                    />
                  </div>
                )}
              </li>
            ))}
          </ul>
        </Section>
      ))}
      {adding && <Opening decision="positionAdd" onClose={() => setAdding(false)} />}
    </Part>
  )
}
