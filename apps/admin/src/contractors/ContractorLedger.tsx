import { Button, Group, Select } from '@mantine/core'
import { Moment, Money, useLink } from '@lintel/ui'
import { useState } from 'react'
import { ContractorLedgerDocument, type ContractorQuery, type LedgerKind } from '../gql/graphql.ts'
import { useRead } from '../graph/read.ts'
import { pathOf } from '../paths.ts'
import { useWords } from '../words/words.ts'
import classes from './ContractorLedger.module.css'

type Of = NonNullable<ContractorQuery['contractor']>
const kinds = ['issued', 'settlement', 'waiver', 'reduction', 'cancellation', 'chargeBack'] as const satisfies readonly LedgerKind[]
const size = 20

/** Every entry with what was open after it; what is open is what the entries leave. F-14 */
export function ContractorLedger({ of: { id, ledgerSums: sums, conduct } }: { of: Pick<Of, 'id' | 'ledgerSums' | 'conduct'> }) {
  const { t } = useWords()
  const [kind, setKind] = useState<string | null>(null)
  const [project, setProject] = useState<string | null>(null)
  const [year, setYear] = useState<string | null>(null)
  const [pages, setPages] = useState<readonly (string | undefined)[]>([undefined])
  const from = (set: (value: string | null) => void) => (value: string | null) => {
    set(value)
    setPages([undefined])
  }
  const projects = [...new Map(conduct.flatMap((row) => (row.project ? [[row.project.id, row.project.name] as const] : []))).entries()]
  const years = [...new Set(conduct.map((row) => String(row.year)))]
  const filter = {
    ...(kind ? { kinds: [kind as LedgerKind] } : {}),
    ...(project ? { projects: [project] } : {}),
    ...(year ? { from: `${year}-01-01T00:00:00+08:00`, until: `${year}-12-31T23:59:59.999+08:00` } : {}),
  }
  return (
    <>
      {sums && (
        <dl className={classes.sums}>
          {(['open', 'fined', 'settled', 'letOff', 'chargedBack'] as const).map((what) => (
            <div key={what}>
              <dt>{t(`ledger.${what}`)}</dt>
              <dd>
                <Money of={sums[what]} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      <Group gap="xs" mb={8}>
        <Select
          size="xs"
          clearable
          aria-label={t('ledger.kind')}
          placeholder={t('ledger.kind')}
          data={kinds.map((value) => ({ value, label: t(`entry.${value}`) }))}
          value={kind}
          onChange={from(setKind)}
        />
        <Select
          size="xs"
          clearable
          aria-label={t('input.project')}
          placeholder={t('input.project')}
          data={projects.map(([value, label]) => ({ value, label }))}
          value={project}
          onChange={from(setProject)}
        />
        <Select
          size="xs"
          clearable
          aria-label={t('conduct.year')}
          placeholder={t('conduct.year')}
          data={years}
          value={year}
          onChange={from(setYear)}
        />
      </Group>
      <div className={classes.scroll}>
        <table className={classes.ledger}>
          <thead>
            <tr>
              <th scope="col">{t('ledger.at')}</th>
              <th scope="col">{t('ledger.kind')}</th>
              <th scope="col">{t('ledger.record')}</th>
              <th scope="col">{t('input.project')}</th>
              <th scope="col">{t('input.amount')}</th>
              <th scope="col">{t('ledger.balance')}</th>
            </tr>
          </thead>
          {pages.map((after, n) => (
            <Page
              key={`${after ?? ''}${kind ?? ''}${project ?? ''}${year ?? ''}`}
              id={id}
              after={after}
              filter={filter}
              last={n === pages.length - 1}
              onMore={(next) => setPages([...pages, next])}
            />
          ))}
        </table>
      </div>
    </>
  )
}

function Page({
  id,
  after,
  filter,
  last,
  onMore,
}: {
  id: string
  after: string | undefined
  filter: object
  last: boolean
  onMore: (next: string) => void
}) {
  const { t, say } = useWords()
  const Link = useLink()
  const { data, loading } = useRead(
    ContractorLedgerDocument,
    { id, first: size, filter, ...(after ? { after } : {}) },
    { of: ['fine', 'emergencyRepair'] },
  )
  const page = data?.contractor?.ledger
  const next = page?.next
  return (
    <tbody>
      {page?.entries.map((entry) => (
        <tr key={entry.key}>
          <td>
            <Moment at={entry.at} as="exact" />
          </td>
          <td>{t(`entry.${entry.kind}`)}</td>
          <td>
            <Link to={pathOf(entry.noun, entry.record)}>{entry.number}</Link>
          </td>
          <td>{entry.project?.name}</td>
          <td>
            <Money of={entry.amount} />
          </td>
          <td>
            <Money of={entry.balance} />
          </td>
        </tr>
      ))}
      {last && !loading && page?.entries.length === 0 && (
        <tr>
          <td colSpan={6} className={classes.none}>
            {t('ledger.none')}
          </td>
        </tr>
      )}
      {last && next && (
        <tr>
          <td colSpan={6} className={classes.none}>
            <Button variant="subtle" size="xs" loading={loading} onClick={() => onMore(next)}>
              {say('loadMore')}
            </Button>
          </td>
        </tr>
      )}
    </tbody>
  )
}
