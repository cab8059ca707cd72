import { Group, NativeSelect, TextInput } from '@mantine/core'
import { useWords } from '../words/words.ts'
import { daysIn, isRelative } from './period.ts'

const usual = ['1month', '3month', '6month', '12month', '24month', '60month', '4quarter', '5year', '30day'] as const
const own = 'own'

/** The last so many months, or days of one's own. */
export function PeriodPicker({ value, onChange }: { value: string; onChange: (period: string) => void }) {
  const { t } = useWords()
  const { from, until } = daysIn(value, Date.now())
  const day = (label: string, at: string, write: (typed: string) => string) => (
    <TextInput
      type="date"
      aria-label={label}
      defaultValue={at}
      key={`${label}${at}`}
      onBlur={({ currentTarget }) => {
        if (currentTarget.value && currentTarget.value !== at) onChange(write(currentTarget.value))
      }}
    />
  )
  return (
    <div>
      <NativeSelect
        label={t('trends.period')}
        value={usual.find((one) => one === value) ?? (isRelative(value) ? value : own)}
        data={[
          ...usual.map((one) => ({ value: one as string, label: t(`trends.periods.${one}`) })),
          ...(isRelative(value) && usual.every((one) => one !== value) ? [{ value, label: value }] : []),
          { value: own, label: t('trends.periods.own') },
        ]}
        onChange={({ currentTarget }) => onChange(currentTarget.value === own ? `${from}..${until}` : currentTarget.value)}
      />
      {!isRelative(value) && (
        <Group gap={6} mt={4} wrap="nowrap">
          {day(t('ui.from'), from, (typed) => `${typed}..${typed > until ? typed : until}`)}
          {day(t('ui.to'), until, (typed) => `${typed < from ? typed : from}..${typed}`)}
        </Group>
      )}
    </div>
  )
}
