import { Alert, Button, Checkbox, Group, NativeSelect, Switch, TextInput } from '@mantine/core'
import { Moment, Section, StateDot, type Tone } from '@lintel/ui'
import { useState, type FormEvent } from 'react'
import { useClient } from 'urql'
import {
  MessageChoicesDocument,
  MessageChoicesSetDocument,
  MessageTryDocument,
  type MessageChoicesQuery,
  type MessageChoicesSetMutation,
  type MessageWay,
} from '../gql/graphql.ts'
import { whatFailed } from '../graph/failure.ts'
import { useRead } from '../graph/read.ts'
import { useWords } from '../words/words.ts'
import classes from './MessagesPart.module.css'
import { Part } from './Part.tsx'
import table from './Table.module.css'
import { tell } from '../frame/tell.ts'

type Choices = MessageChoicesQuery['messageChoices']
const ways = ['bell', 'email', 'robot'] as const

const clockOf = (minutes: number | null | undefined) =>
  minutes == null ? '' : `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
const minutesOf = (written: string) => {
  const [, hours, minutes] = /^(\d{2}):(\d{2})$/.exec(written) ?? []
  return hours === undefined || minutes === undefined ? null : Number(hours) * 60 + Number(minutes)
}
const tones: Readonly<Record<string, Tone>> = {
  sent: 'green',
  waiting: 'blue',
  sending: 'blue',
  uncertain: 'amber',
  failed: 'red',
  overtaken: 'gray',
}

/** How I am told: by kind and way, when not, and my daily list. X-6 */
export function MessagesPart() {
  const { t } = useWords()
  const { data, loading, error, again } = useRead(MessageChoicesDocument, {}, { of: ['person'] })
  const choices = data?.messageChoices
  return (
    <Part title={t('settings.messages')} hint={t('settings.messagesHint')} loading={loading} error={error} onRetry={again}>
      {choices && (
        <>
          <ChoicesForm choices={choices} onSaved={again} />
          <Section title={t('settings.deliveries')}>
            {choices.deliveries.length === 0 ? (
              <p className={classes.none}>{t('settings.noDeliveries')}</p>
            ) : (
              <ul className={classes.deliveries}>
                {choices.deliveries.map(({ way, state, error: why, at, count }) => (
                  <li key={`${way} ${state} ${at}`}>
                    <Moment at={at} as="exact" />
                    <span>{t(`messages.way.${way}`)}</span>
                    <span>{t('messages.count', { count })}</span>
                    <StateDot tone={tones[state] ?? 'gray'} word={t(`messages.delivery.${state}`)} />
                    {why && <small>{why}</small>}
                  </li>
                ))}
              </ul>
            )}
          </Section>
        </>
      )}
    </Part>
  )
}

function ChoicesForm({ choices, onSaved }: { choices: Choices; onSaved: () => void }) {
  const { t } = useWords()
  const client = useClient()
  const [chosen, setChosen] = useState<Readonly<Record<string, readonly MessageWay[]>>>(
    Object.fromEntries(choices.ways.map((one) => [one.kind, one.ways])),
  )
  const [quiet, setQuiet] = useState(choices.quietFrom != null)
  const [from, setFrom] = useState(clockOf(choices.quietFrom ?? 21 * 60))
  const [until, setUntil] = useState(clockOf(choices.quietUntil ?? 8 * 60))
  const [digestAt, setDigestAt] = useState(clockOf(choices.digestAt))
  const [format, setFormat] = useState<string>(choices.robotFormat ?? '')
  const [address, setAddress] = useState(choices.robotAddress ?? '')
  const [secret, setSecret] = useState('')
  const [problem, setProblem] = useState<{ field: string; message: string }>()
  const [sending, setSending] = useState(false)
  const works = { bell: true, email: choices.mailWorks, robot: format !== '' }
  const problemOf = (field: string) => (problem?.field === field ? problem.message : undefined)
  const toggle = (kind: string, way: MessageWay) =>
    setChosen({
      ...chosen,
      [kind]: chosen[kind]?.includes(way) ? chosen[kind].filter((one) => one !== way) : [...(chosen[kind] ?? []), way],
    })
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setSending(true)
    setProblem(undefined)
    const input = {
      ways: choices.ways.map(({ kind }) => ({ kind, ways: chosen[kind] ?? [] })),
      quietFrom: quiet ? minutesOf(from) : null,
      quietUntil: quiet ? minutesOf(until) : null,
      digestAt: minutesOf(digestAt),
      robotFormat: format || null,
      robotAddress: format ? address : null,
      robotSecret: secret || null,
    }
    const { data, error } = await client.mutation<MessageChoicesSetMutation>(MessageChoicesSetDocument.toString(), { input }).toPromise()
    setSending(false)
    const result = data?.messageChoicesSet
    if (result?.__typename === 'BadInput') return setProblem({ field: result.field ?? '', message: result.message })
    if (!result) return setProblem({ field: '', message: error ? whatFailed(error, t) : t('failure.server') })
    setSecret('')
    tell({ message: t('messages.saved') })
    onSaved()
  }
  const tryOut = async (way: MessageWay) => {
    const { error } = await client.mutation(MessageTryDocument.toString(), { way }).toPromise()
    tell(error ? { color: 'red', message: whatFailed(error, t) } : { message: t('messages.tried') })
    onSaved()
  }
  return (
    <form onSubmit={(event) => void save(event)} noValidate>
      {problemOf('') && <Alert color="red">{problemOf('')}</Alert>}
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t('messages.kindTitle')}</th>
            {ways.map((way) => (
              <th key={way} scope="col">
                {t(`messages.way.${way}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {choices.ways.map(({ kind }) => (
            <tr key={kind}>
              <th scope="row">{t(`messages.kind.${kind}`)}</th>
              {ways.map((way) => (
                <td key={way}>
                  <Checkbox
                    aria-label={`${t(`messages.kind.${kind}`)} · ${t(`messages.way.${way}`)}`}
                    checked={chosen[kind]?.includes(way) ?? false}
                    disabled={!works[way]}
                    onChange={() => toggle(kind, way)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {!choices.mailWorks && <p className={classes.none}>{t('messages.noMail')}</p>}
      <div className={classes.fields}>
        <Switch label={t('messages.quiet')} description={t('messages.quietHint')} checked={quiet} onChange={() => setQuiet(!quiet)} />
        {quiet && (
          <Group align="start">
            <TextInput
              type="time"
              label={t('messages.quietFrom')}
              value={from}
              error={problemOf('quietFrom')}
              onChange={(event) => setFrom(event.currentTarget.value)}
            />
            <TextInput
              type="time"
              label={t('messages.quietUntil')}
              value={until}
              error={problemOf('quietUntil')}
              onChange={(event) => setUntil(event.currentTarget.value)}
            />
          </Group>
        )}
        <TextInput
          type="time"
          label={t('messages.digestAt')}
          description={t('messages.digestHint')}
          value={digestAt}
          error={problemOf('digestAt')}
          onChange={(event) => setDigestAt(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('messages.robot')}
          value={format}
          error={problemOf('robotFormat')}
          data={['', 'wecom', 'dingtalk'].map((value) => ({ value, label: t(`messages.robotFormat.${value || 'none'}`) }))}
          onChange={(event) => setFormat(event.currentTarget.value)}
        />
        {format && (
          <TextInput
            type="url"
            label={t('messages.robotAddress')}
            description={t('messages.robotHint')}
            value={address}
            error={problemOf('robotAddress')}
            onChange={(event) => setAddress(event.currentTarget.value)}
          />
        )}
        {format === 'dingtalk' && (
          <TextInput
            label={t('messages.robotSecret')}
            placeholder={choices.robotSigns ? t('messages.secretKept') : undefined}
            autoComplete="off"
            value={secret}
            onChange={(event) => setSecret(event.currentTarget.value)}
          />
        )}
        <Group>
          <Button type="submit" loading={sending}>
            {t('messages.save')}
          </Button>
          {choices.mailWorks && (
            <Button variant="default" onClick={() => void tryOut('email')}>
              {t('messages.tryEmail')}
            </Button>
          )}
          {choices.robotAddress && (
            <Button variant="default" onClick={() => void tryOut('robot')}>
              {t('messages.tryRobot')}
            </Button>
          )}
        </Group>
      </div>
    </form>
  )
}
