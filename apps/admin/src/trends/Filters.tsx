import { Button, Group, MultiSelect, Select } from '@mantine/core'
import { useState } from 'react'
import type { TrendDimension } from '../gql/graphql.ts'
import { useWords } from '../words/words.ts'
import { keyLabel } from './keys.ts'
import { useTrend } from './read.ts'
import { usual, type Kept, type Shown } from './shown.ts'
import { useTrends } from './with.tsx'

const nothing = '-'
const offered = 300

/** What the figures are kept to: one or more of what there is. */
export function Filters({ of, onChange }: { of: Shown; onChange: (filter: readonly Kept[]) => void }) {
  const { t } = useWords()
  const { catalogue } = useTrends()
  const [begun, setBegun] = useState<TrendDimension>()
  const shown = begun && of.filter.every(({ dimension }) => dimension !== begun) ? [...of.filter, { dimension: begun, in: [] }] : of.filter
  const free = catalogue.dimensions.filter(({ name }) => name !== 'age' && shown.every(({ dimension }) => dimension !== name))
  const set = (kept: Kept) =>
    onChange([...of.filter.filter(({ dimension }) => dimension !== kept.dimension), ...(kept.none || kept.in?.length ? [kept] : [])])
  return (
    <Group gap="xs" align="end">
      {shown.map((kept) => (
        <Values key={kept.dimension} of={kept} period={of.period} onChange={set} />
      ))}
      <Select
        w={180}
        aria-label={t('trends.addFilter')}
        placeholder={t('trends.addFilter')}
        value={null}
        data={free.map(({ name }) => ({ value: name, label: t(`trends.dimension.${name}`) }))}
        onChange={(name) => setBegun(free.find((one) => one.name === name)?.name)}
      />
      {shown.length > 0 && (
        <Button
          variant="subtle"
          onClick={() => {
            setBegun(undefined)
            onChange([])
          }}
        >
          {t('ui.clearFilters')}
        </Button>
      )}
    </Group>
  )
}

/** The values there are, the most frequent first: what does not occur need not be chosen. */
function Values({ of, period, onChange }: { of: Kept; period: string; onChange: (kept: Kept) => void }) {
  const { t } = useWords()
  const { trend, loading } = useTrend({ ...usual, by: [of.dimension], period, first: offered })
  const label = t(`trends.dimension.${of.dimension}`)
  const known = (trend?.rows ?? []).map(({ keys: [key] }) => ({ value: key?.value ?? nothing, label: keyLabel(key, t) }))
  const chosen = of.none ? [nothing] : [...(of.in ?? [])]
  return (
    <MultiSelect
      miw={200}
      label={label}
      searchable
      data={[
        ...known,
        ...chosen.filter((value) => known.every((one) => one.value !== value)).map((value) => ({ value, label: loading ? '…' : value })),
      ]}
      value={chosen}
      onChange={(values) =>
        onChange(
          values.includes(nothing) && !of.none
            ? { dimension: of.dimension, none: true }
            : { dimension: of.dimension, in: values.filter((value) => value !== nothing) },
        )
      }
    />
  )
}
