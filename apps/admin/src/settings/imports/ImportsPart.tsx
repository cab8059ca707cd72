import { Button, Group, NativeSelect, Switch } from '@mantine/core'
import { Moment, useLink } from '@lintel/ui'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useClient } from 'urql'
import {
  ImportsDocument,
  type ImportKind,
  type ImportLineFragment,
  type ImportsQuery,
  type ImportState as State,
} from '../../gql/graphql.ts'
import { ask, useRead } from '../../graph/read.ts'
import { useWords } from '../../words/words.ts'
import { Part } from '../Part.tsx'
import table from '../Table.module.css'
import classes from './Imports.module.css'
import { ImportOne } from './ImportOne.tsx'
import { ImportState } from './ImportState.tsx'
import { NewImport } from './NewImport.tsx'

const states: readonly State[] = ['draft', 'checking', 'checked', 'running', 'done', 'refused', 'cancelled', 'failed']

/** 导入: what was taken over from files, by whom and how it went; and the next. X-5 */
export function ImportsPart() {
  const params: Readonly<Record<string, string | undefined>> = useParams({ strict: false })
  const opened = params['import']
  return opened === undefined ? <AllImports /> : <ImportOne key={opened} id={opened} />
}

function AllImports() {
  const { t } = useWords()
  const client = useClient()
  const navigate = useNavigate()
  const [kind, setKind] = useState<ImportKind>()
  const [state, setState] = useState<State>()
  const [mine, setMine] = useState(false)
  const [adding, setAdding] = useState(false)
  const [more, setMore] = useState<{ rows: readonly ImportLineFragment[]; page: ImportsQuery['imports']['pageInfo'] }>()
  const asked = { kind: kind ?? null, state: state ?? null, mine }
  const { data, loading, error, again } = useRead(ImportsDocument, asked, { of: [] })
  const kinds = data?.importables.map((one) => one.kind) ?? []
  const rows = [...(data?.imports.edges.map(({ node }) => node) ?? []), ...(more?.rows ?? [])]
  const page = more?.page ?? data?.imports.pageInfo
  const goOn = async () => {
    const next = await ask(client, ImportsDocument, { ...asked, after: page?.endCursor ?? null })
    setMore({ rows: [...(more?.rows ?? []), ...next.imports.edges.map(({ node }) => node)], page: next.imports.pageInfo })
  }
  const choose =
    <Value,>(set: (value: Value) => void) =>
    (value: Value) => {
      setMore(undefined)
      set(value)
    }
  return (
    <Part
      title={t('settings.imports')}
      hint={kinds.length || loading ? t('imports.hint') : t('imports.none')}
      loading={loading}
      error={error}
      onRetry={again}
      action={kinds.length > 0 && !adding && <Button onClick={() => setAdding(true)}>{t('imports.new')}</Button>}
    >
      {adding && (
        <NewImport
          kinds={kinds}
          onClose={() => setAdding(false)}
          onBegun={(id) => void navigate({ to: '/settings/imports/$import', params: { import: id } })}
        />
      )}
      <Group className={classes.filters} align="end">
        <NativeSelect
          label={t('imports.kindTitle')}
          value={kind ?? ''}
          data={[{ value: '', label: t('imports.all') }, ...kinds.map((value) => ({ value, label: t(`imports.kind.${value}`) }))]}
          onChange={(event) => choose(setKind)(kinds.find((one) => one === event.currentTarget.value))}
        />
        <NativeSelect
          label={t('field.state')}
          value={state ?? ''}
          data={[{ value: '', label: t('imports.all') }, ...states.map((value) => ({ value, label: t(`imports.state.${value}`) }))]}
          onChange={(event) => choose(setState)(states.find((one) => one === event.currentTarget.value))}
        />
        <Switch label={t('imports.mine')} checked={mine} onChange={() => choose(setMine)(!mine)} />
      </Group>
      {rows.length === 0 ? <p className={classes.soft}>{t('imports.nothing')}</p> : <Rows rows={rows} />}
      {page?.hasNextPage && (
        <Button className={classes.more} variant="default" onClick={() => void goOn()}>
          {t('imports.more')}
        </Button>
      )}
    </Part>
  )
}

function Rows({ rows }: { rows: readonly ImportLineFragment[] }) {
  const { t } = useWords()
  const Link = useLink()
  return (
    <div className={classes.scroll}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t('imports.file')}</th>
            <th scope="col">{t('imports.kindTitle')}</th>
            <th scope="col">{t('field.state')}</th>
            <th scope="col">{t('imports.by')}</th>
            <th scope="col">{t('imports.at')}</th>
            <th scope="col">{t('imports.count.taken')}</th>
            <th scope="col">{t('imports.count.errors')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                <Link to={`/settings/imports/${encodeURIComponent(row.id)}`}>{row.fileName}</Link>
              </td>
              <td>{t(`imports.kind.${row.kind}`)}</td>
              <td>
                <ImportState is={row.state} />
              </td>
              <td>{row.by?.name}</td>
              <td>
                <Moment at={row.at} as="exact" />
              </td>
              <td className={table.figure}>{row.taken}</td>
              <td className={table.figure}>{row.errors}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
