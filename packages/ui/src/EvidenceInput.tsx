import { ActionIcon, Button, InputWrapper, Progress, Select, TextInput } from '@mantine/core'
import { Dropzone } from '@mantine/dropzone'
import '@mantine/core/styles/Progress.css'
import '@mantine/dropzone/styles.css'
import { IconCamera, IconFileText, IconMicrophone, IconPhoto, IconPlus, IconTrash, IconUpload, IconVideo } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { fileSize, type EvidenceKind } from './evidence.ts'
import { entriesFrom, type EvidenceEntry } from './evidence-entries.ts'
import classes from './EvidenceInput.module.css'
import type { Input } from './inputs.ts'
import { useLanguage } from './language.tsx'
import { useSending } from './sending.ts'
import { useUploads } from './uploads.tsx'

const icons = { photo: IconPhoto, video: IconVideo, document: IconFileText, recording: IconMicrophone }

type EvidenceInputProps = {
  input: Input
  path: string
  typed: unknown
  errors: Readonly<Record<string, string>>
  onChange: (typed: unknown) => void
}

/** Files dropped, chosen or photographed, each with its progress; a title may be given while it is on its way. */
export default function EvidenceInput({ input, path, typed, errors, onChange }: EvidenceInputProps) {
  const { say } = useLanguage()
  const { accepts } = useUploads()
  const [types, setTypes] = useState<readonly string[]>([])
  const choose = useRef<() => void>(null)
  const camera = useRef<HTMLInputElement>(null)
  const entries = entriesFrom(typed)
  const { add, change, remove, sending } = useSending(entries, onChange)
  useEffect(() => {
    // not knowing them, everything can be chosen, and the server says what it does not take
    void accepts().then(setTypes, () => undefined)
  }, [accepts])
  const error = errors[path] ?? Object.entries(errors).find(([at]) => at.startsWith(`${path}.`))?.[1]
  return (
    <InputWrapper label={input.label} withAsterisk={input.required} error={error} description={input.hint} labelElement="div">
      <Dropzone
        onDrop={(files) => add(files)}
        openRef={choose}
        activateOnClick={false}
        activateOnKeyboard={false}
        enablePointerEvents
        unstyled
        className={classes.drop ?? ''}
        inputProps={{ accept: types.join(','), 'aria-label': input.label, tabIndex: -1 }}
      >
        <div className={classes.ways}>
          <Button
            variant="default"
            leftSection={<IconUpload size={15} aria-hidden="true" />}
            onClick={() => choose.current?.()}
            data-path={path}
          >
            {say('evidenceChoose')}
          </Button>
          <Button
            variant="default"
            className={classes.camera ?? ''}
            leftSection={<IconCamera size={15} aria-hidden="true" />}
            onClick={() => camera.current?.click()}
          >
            {say('evidencePhotograph')}
          </Button>
          <Button
            variant="subtle"
            leftSection={<IconPlus size={14} aria-hidden="true" />}
            onClick={() => onChange([...entries, { key: crypto.randomUUID(), title: '', paper: { kind: 'document', reference: '' } }])}
          >
            {say('evidencePaper')}
          </Button>
          <span className={classes.hint}>{say('evidenceDrop')}</span>
        </div>
        <input
          ref={camera}
          type="file"
          accept="image/*"
          capture="environment"
          hidden
          aria-label={say('evidencePhotograph')}
          onChange={(event) => {
            add([...(event.currentTarget.files ?? [])])
            event.currentTarget.value = ''
          }}
        />
        {entries.length > 0 && (
          <ul className={classes.entries}>
            {entries.map((entry, n) => (
              <li key={entry.key} className={classes.entry}>
                <Preview entry={entry} preview={sending(entry.key)?.preview} />
                <div className={classes.fields}>
                  <TextInput
                    size="xs"
                    aria-label={`${say('evidenceTitle')} ${n + 1}`}
                    name={`${path}.${n}.title`}
                    placeholder={entry.file?.name ?? entry.coming ?? say('evidenceTitle')}
                    value={entry.title}
                    onChange={(event) => change(entry.key, { title: event.currentTarget.value })}
                  />
                  {entry.paper && <Paper entry={entry} n={n} onChange={(paper) => change(entry.key, { paper })} />}
                  <Progressing entry={entry} of={sending(entry.key)} />
                </div>
                <ActionIcon
                  aria-label={`${say('remove')} ${entry.title || entry.file?.name || entry.coming || n + 1}`}
                  onClick={() => remove(entry.key)}
                >
                  <IconTrash size={15} />
                </ActionIcon>
              </li>
            ))}
          </ul>
        )}
      </Dropzone>
    </InputWrapper>
  )
}

function Preview({ entry, preview }: { entry: EvidenceEntry; preview: string | undefined }) {
  const { thumbnail } = useUploads()
  const Icon = icons[entry.file?.kind ?? entry.paper?.kind ?? 'document']
  const picture = preview ?? (entry.file?.kind === 'photo' ? thumbnail(entry.file.id) : undefined)
  return (
    <span className={classes.preview}>
      {picture && entry.refused === undefined ? <img src={picture} alt="" /> : <Icon size={22} aria-hidden="true" />}
    </span>
  )
}

function Progressing({ entry, of }: { entry: EvidenceEntry; of: ReturnType<ReturnType<typeof useSending>['sending']> }) {
  const { say } = useLanguage()
  if (entry.refused !== undefined)
    return (
      <p className={classes.refused} role="alert">
        {entry.refused}
      </p>
    )
  if (entry.file) return <p className={classes.hint}>{fileSize(entry.file.size)}</p>
  if (entry.coming === undefined) return null
  // a draft that was kept knows the name of the file, and only the person can give the file again
  if (!of)
    return (
      <p className={classes.refused} role="status">
        {say('evidenceGiveAgain', { name: entry.coming })}
      </p>
    )
  return (
    <div role="status">
      <Progress value={of.share * 100} size="sm" aria-label={entry.coming} {...(of.waiting ? { color: 'orange' } : {})} />
      <p className={classes.hint}>
        {of.waiting ? say('evidenceWaiting') : `${Math.floor(of.share * 100)} %`}
        {of.waiting && (
          <Button variant="subtle" size="compact-xs" onClick={of.goOn}>
            {say('evidenceGoOn')}
          </Button>
        )}
      </p>
    </div>
  )
}

type Paper = NonNullable<EvidenceEntry['paper']>
function Paper({ entry, n, onChange }: { entry: EvidenceEntry; n: number; onChange: (paper: Paper) => void }) {
  const { say } = useLanguage()
  const paper = entry.paper ?? { reference: '' }
  return (
    <div className={classes.paper}>
      <Select
        size="xs"
        aria-label={`${say('evidenceKind')} ${n + 1}`}
        allowDeselect={false}
        data={(['photo', 'video', 'document', 'recording'] as const).map((kind) => ({ value: kind, label: say(kind) }))}
        value={paper.kind ?? 'document'}
        onChange={(kind) => onChange({ ...paper, kind: (kind ?? 'document') as EvidenceKind })}
      />
      <TextInput
        size="xs"
        aria-label={`${say('evidencePlace')} ${n + 1}`}
        placeholder={say('evidencePlace')}
        value={paper.reference}
        onChange={(event) => onChange({ ...paper, reference: event.currentTarget.value })}
      />
    </div>
  )
}
