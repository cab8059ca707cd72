import '@mantine/core/styles/Progress.css'
import { Alert, Button, Progress } from '@mantine/core'
import { figure, InputField, MomentInput, readDate, useLink } from '@lintel/ui'
import { useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { ReplayedSettingsDocument } from '../gql/graphql.ts'
import { useGo } from '../go.ts'
import { useRead } from '../graph/read.ts'
import { listed, useWords } from '../words/words.ts'
import { Part } from './Part.tsx'
import { useTryOut } from './try-out.ts'
import { TryOutResult } from './TryOutResult.tsx'
import classes from './WhatIf.module.css'

const day = (moment: number) => new Date(moment + 8 * 3_600_000).toISOString().slice(0, 10)
const year = 365 * 86_400_000

/**
 * 试算: what has happened in a period, under other limits and clocks, before anybody changes them. What is tried stands in the
 * address, so that a link shows it to whoever decides. Y-8
 */
export function WhatIfPart() {
  const { t, language } = useWords()
  const go = useGo()
  const Link = useLink()
  const asked: Record<string, string | undefined> = useSearch({ strict: false })
  const { data, loading, error, again } = useRead(ReplayedSettingsDocument, {}, { of: ['settings'] })
  const settings = (data?.settings?.values ?? []).filter(({ replayed }) => replayed)
  const { from = day(Date.now() - year), until = day(Date.now()), ...given } = asked
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const valueOf = (name: string, inForce: string) => typed[name] ?? given[name] ?? inForce
  const changes = settings
    .map(({ name, value, isMoney }) => ({ name, value: valueOf(name, value).replaceAll(',', '').trim(), inForce: value, isMoney }))
    .filter(({ value, inForce, isMoney }) => (isMoney ? Number(value) !== Number(inForce) : value !== inForce))
    .map(({ name, value }) => ({ name, value }))
  const [nothing, setNothing] = useState(false)
  const { tried, problem, begin, stop } = useTryOut()
  const result = useRef<HTMLDivElement>(null)
  const begun = tried !== undefined
  // on a small screen the answer would stand below what was asked
  useEffect(() => {
    if (begun) result.current?.scrollIntoView({ block: 'nearest' })
  }, [begun, tried?.state])
  const days = [from, until].map((written) => readDate(written, Date.now()) ?? written)
  const show = (next: Record<string, string | undefined>) => go('/settings/whatIf', next, true)
  const run = () => {
    setNothing(changes.length === 0)
    if (changes.length === 0) return
    show({ from: days[0], until: days[1], ...Object.fromEntries(changes.map(({ name, value }) => [name, value])) })
    void begin({ changes, from: days[0] ?? '', until: days[1] ?? '' })
  }
  const wrong = problem?.field && settings.some(({ name }) => name === problem.field) ? problem : undefined
  return (
    <Part title={t('whatIf.title')} hint={t('whatIf.hint')} loading={loading} error={error} onRetry={again}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          run()
        }}
      >
        <div className={classes.period}>
          <MomentInput label={t('whatIf.from')} of="day" value={from} onChange={(value) => show({ ...asked, from: value })} />
          <MomentInput label={t('whatIf.until')} of="day" value={until} onChange={(value) => show({ ...asked, until: value })} />
        </div>
        <div className={classes.settings}>
          {settings.map(({ name, value, isMoney }) => (
            <div key={name} className={classes.setting} data-changed={changes.some((one) => one.name === name) || undefined}>
              <InputField
                input={{
                  name,
                  label: t(`input.${name}`),
                  kind: isMoney ? 'money' : 'number',
                  required: false,
                  hint: `${t('whatIf.inForce')} ${value}`,
                }}
                path={name}
                typed={valueOf(name, value)}
                errors={wrong?.field === name ? { [name]: wrong.message } : {}}
                onChange={(next) => setTyped({ ...typed, [name]: String(next ?? '') })}
              />
            </div>
          ))}
        </div>
        <div className={classes.actions}>
          <Button type="submit" loading={tried?.state === 'running'}>
            {t('whatIf.run')}
          </Button>
          {tried?.state === 'running' && (
            <Button variant="default" onClick={stop}>
              {t('whatIf.stop')}
            </Button>
          )}
          {changes.length > 0 && (
            <Button
              variant="subtle"
              color="gray"
              onClick={() => {
                setTyped({})
                show({ from, until })
              }}
            >
              {t('whatIf.reset')}
            </Button>
          )}
          <Link to="/settings/limits">{t('settings.limits')}</Link>
        </div>
        {nothing && changes.length === 0 && <Alert color="yellow">{t('whatIf.nothing')}</Alert>}
        {problem && !wrong && <Alert color="red">{problem.message}</Alert>}
      </form>
      {tried && (
        <>
          <div className={classes.progress} role="status" ref={result}>
            {tried.state === 'running' && tried.total > 0 && <Progress value={(100 * tried.looked) / tried.total} aria-hidden="true" />}
            {t(`whatIf.${tried.state === 'running' ? 'progress' : tried.state}`, {
              looked: figure(tried.looked, language),
              total: figure(tried.total, language),
            })}
          </div>
          {tried.notCounted.length > 0 && (
            <Alert color="yellow" className={classes.notCounted}>
              {t('whatIf.notCounted', { nouns: listed(tried.notCounted.map((noun) => t(`noun.${noun}`))) })}
            </Alert>
          )}
          <TryOutResult tried={tried} />
        </>
      )}
    </Part>
  )
}
