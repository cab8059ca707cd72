import type { TFunction } from 'i18next'
import '@mantine/core/styles/NumberInput.css'
import { Button, MultiSelect, NativeSelect, NumberInput, SegmentedControl, Switch } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { TrendDimension } from '../gql/graphql.ts'
import type { ListSearch } from '../list/address.ts'
import { useWords } from '../words/words.ts'
import type { Row } from './keys.ts'
import { Filters } from './Filters.tsx'
import { KeepFigure } from './KeepFigure.tsx'
import { PeriodPicker } from './PeriodPicker.tsx'
import { grains } from './period.ts'
import { charts, exploreHref, readShown, writeShown, type Kept, type Shown } from './shown.ts'
import { TrendFigure } from './TrendFigure.tsx'
import { useTrends } from './with.tsx'
import classes from './Trends.module.css'

const most = { by: 3, measures: 6 }
/** Where a look at one of these goes on, unless it is looked at already. */
const further: readonly TrendDimension[] = [
  'project',
  'building',
  'element',
  'category',
  'contractor',
  'houseType',
  'trade',
  'severity',
  'channel',
]

const named = (shown: Shown, t: TFunction) =>
  [...shown.measures.slice(0, 1).map((one) => t(`trends.measure.${one}`)), ...shown.by.map((one) => t(`trends.dimension.${one}`))].join(
    ' · ',
  )

/** Any figures by anything, drawn as one likes; all of it stands in the address. Y-1 */
export function Explorer() {
  const { t } = useWords()
  const { catalogue: known } = useTrends()
  // what one has without its records is asked here alone; how it can be asked, the answer says
  const catalogue = { ...known, measures: [...known.measures, ...known.guarded] }
  const search: ListSearch = useSearch({ strict: false })
  const navigate = useNavigate()
  const [keeping, setKeeping] = useState(false)
  const shown = readShown(search, catalogue)
  const drilling = search['click'] === 'drill'
  const go = (next: Shown, click: string | undefined) => {
    const address: ListSearch = { ...writeShown(next), click }
    void navigate({ to: '.', search: address, replace: true })
  }
  const change = (changes: Partial<Shown>) => go({ ...shown, ...changes }, search['click'])
  const dimensions = catalogue.dimensions.map(({ name }) => ({ value: name, label: t(`trends.dimension.${name}`) }))
  const measures = catalogue.measures.map(({ name }) => ({ value: name, label: t(`trends.measure.${name}`) }))
  // the next dimension down, with this group kept
  const drill = (row: Row) => {
    const keys = row.keys.filter(({ dimension }) => dimension !== 'age')
    if (keys.length === 0) return undefined
    const kept: readonly Kept[] = [
      ...shown.filter.filter(({ dimension }) => keys.every((key) => key.dimension !== dimension)),
      ...keys.map(({ dimension, value }): Kept => (value === null ? { dimension, none: true } : { dimension, in: [value] })),
    ]
    const next = further.find(
      (one) =>
        catalogue.dimensions.some(({ name }) => name === one) &&
        kept.every(({ dimension }) => dimension !== one) &&
        !shown.by.includes(one),
    )
    return next && `${exploreHref({ ...shown, by: [next, ...shown.by.slice(1).filter((one) => one !== next)], filter: kept })}&click=drill`
  }
  const name = named(shown, t)
  return (
    <>
      <section className={classes.asking} aria-label={t('trends.asking')}>
        <MultiSelect
          label={t('trends.measures')}
          data={measures}
          value={[...shown.measures]}
          maxValues={most.measures}
          onChange={(names) =>
            names.length > 0 && change({ measures: catalogue.measures.flatMap((one) => (names.includes(one.name) ? one.name : [])) })
          }
        />
        <MultiSelect
          label={t('trends.by')}
          data={dimensions}
          value={[...shown.by]}
          maxValues={most.by}
          onChange={(names) => change({ by: names.flatMap((each) => catalogue.dimensions.find((one) => one.name === each)?.name ?? []) })}
        />
        <PeriodPicker value={shown.period} onChange={(period) => change({ period })} />
        <NativeSelect
          label={t('trends.grainLabel')}
          value={shown.grain ?? ''}
          data={[{ value: '', label: t('trends.noGrain') }, ...grains.map((value) => ({ value, label: t(`trends.grain.${value}`) }))]}
          onChange={({ currentTarget }) => change({ grain: grains.find((one) => one === currentTarget.value) })}
        />
        <NativeSelect
          label={t('trends.compareLabel')}
          value={shown.compare ?? ''}
          data={[
            { value: '', label: t('trends.noCompare') },
            ...(['previousPeriod', 'sameLastYear'] as const).map((value) => ({ value, label: t(`trends.compare.${value}`) })),
          ]}
          onChange={({ currentTarget: { value } }) =>
            change({ compare: value === 'previousPeriod' || value === 'sameLastYear' ? value : undefined })
          }
        />
        <NumberInput
          label={t('trends.first')}
          min={1}
          max={1_000}
          value={shown.first ?? ''}
          placeholder={t('trends.allGroups')}
          onChange={(value) => change({ first: typeof value === 'number' && value > 0 ? value : undefined })}
        />
        <div data-wide="" className={classes.row}>
          <SegmentedControl
            aria-label={t('trends.chartLabel')}
            value={shown.chart}
            data={charts.map((value) => ({ value, label: t(`trends.chart.${value}`) }))}
            onChange={(value) => change({ chart: charts.find((one) => one === value) ?? 'bars' })}
          />
          <Switch
            label={t('trends.smallest')}
            checked={shown.up ?? false}
            disabled={!shown.first}
            onChange={({ currentTarget }) => change({ up: currentTarget.checked })}
          />
          <Switch
            label={t('trends.drill')}
            checked={drilling}
            onChange={({ currentTarget }) => go(shown, currentTarget.checked ? 'drill' : undefined)}
          />
        </div>
        <div data-wide="">
          <Filters of={shown} onChange={(filter) => change({ filter })} />
        </div>
      </section>
      <TrendFigure
        title={name}
        name={name}
        shown={shown}
        drill={drilling ? drill : undefined}
        tableOpen
        actions={<Button onClick={() => setKeeping(true)}>{t('trends.keep')}</Button>}
      />
      {keeping && <KeepFigure shown={shown} name={name} onClose={() => setKeeping(false)} />}
    </>
  )
}
