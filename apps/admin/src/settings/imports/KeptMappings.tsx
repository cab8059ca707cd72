import { Alert, Button, Group, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useClient } from 'urql'
import {
  ImportMappingForgetDocument,
  ImportMappingKeepDocument,
  ImportMappingsDocument,
  type ImportKind,
  type ImportMappingKeepMutation,
  type ImportMappingsQuery,
} from '../../gql/graphql.ts'
import { whatFailed } from '../../graph/failure.ts'
import { useRead } from '../../graph/read.ts'
import { useWords } from '../../words/words.ts'
import classes from './Imports.module.css'
import type { mappingOf } from './mapping.ts'
import { tell } from '../../frame/tell.ts'

type Kept = ImportMappingsQuery['importMappings'][number]

/** Mappings one keeps under a name, for files that come again. */
export function KeptMappings({
  kind,
  mapping,
  onChosen,
}: {
  kind: ImportKind
  mapping: () => ReturnType<typeof mappingOf>
  onChosen: (kept: Kept) => void
}) {
  const { t } = useWords()
  const client = useClient()
  const { data, again } = useRead(ImportMappingsDocument, { kind }, { of: [] })
  const [name, setName] = useState('')
  const [problem, setProblem] = useState<string>()
  const kept = data?.importMappings ?? []
  const choose = (called: string) => {
    setName(called)
    const one = kept.find((each) => each.name === called)
    if (one) onChosen(one)
  }
  const keep = async () => {
    setProblem(undefined)
    const asked = { kind, name, mapping: mapping() }
    const { data: done, error } = await client.mutation<ImportMappingKeepMutation>(ImportMappingKeepDocument.toString(), asked).toPromise()
    const result = done?.importMappingKeep
    if (result && 'message' in result) return setProblem(result.message)
    if (error) return setProblem(whatFailed(error, t))
    tell({ message: t('imports.mappingKept') })
    return again()
  }
  const forget = async () => {
    await client.mutation(ImportMappingForgetDocument.toString(), { kind, name }).toPromise()
    setName('')
    again()
  }
  return (
    <>
      <Group align="end" className={classes.line}>
        {kept.length > 0 && (
          <NativeSelect
            label={t('imports.keptMappings')}
            value={kept.some((one) => one.name === name) ? name : ''}
            data={['', ...kept.map((one) => one.name)]}
            onChange={(event) => choose(event.currentTarget.value)}
          />
        )}
        <TextInput label={t('imports.mappingName')} value={name} onChange={(event) => setName(event.currentTarget.value)} />
        <Button variant="default" disabled={name.trim() === ''} onClick={() => void keep()}>
          {t('imports.keepMapping')}
        </Button>
        {kept.some((one) => one.name === name) && (
          <Button variant="subtle" onClick={() => void forget()}>
            {t('imports.forgetMapping')}
          </Button>
        )}
      </Group>
      {problem && <Alert color="red">{problem}</Alert>}
    </>
  )
}
