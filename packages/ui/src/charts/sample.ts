import type { ChartData, Series } from './chart.ts'

const months = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12']
const written = (value: number) => value.toLocaleString('en-GB')
const series = (key: string, label: string, values: readonly (number | undefined)[], before?: readonly number[]): Series => ({
  key,
  label,
  figures: values.map((value, n) => ({
    value,
    text: value === undefined ? '' : written(value),
    href: value === undefined ? undefined : `#${key}-${n}`,
    before: before && { value: before[n], text: written(before[n] ?? 0) },
  })),
})

type Words = { zh: boolean }
/** What stories draw: made up, in both languages. */
export const byMonth = ({ zh }: Words, names: readonly (readonly [string, string])[]): ChartData => ({
  categories: months.map((month) => ({ key: month, label: zh ? `${month} 月` : `2026-${month.padStart(2, '0')}` })),
  series: names.map(([chinese, english], n) =>
    series(
      english,
      zh ? chinese : english,
      months.map((_, at) => (n === 1 && at === 4 ? undefined : 40 + ((at * 17 + n * 23) % 31) - n * 4)),
    ),
  ),
  over: zh ? '月份' : 'Month',
  write: written,
  whole: true,
})
export const byElement = ({ zh }: Words): ChartData => ({
  categories: (
    [
      ['外墙渗漏', 'Façade leaks'],
      ['卫生间防水', 'Wet rooms'],
      ['门窗', 'Doors and windows'],
      ['给排水及采暖安装与地漏返味问题', 'Plumbing, heating and the smell of floor drains'],
      ['电气', 'Electrical'],
    ] as const
  ).map(([chinese, english]) => ({ key: english, label: zh ? chinese : english })),
  series: [series('count', zh ? '投诉数' : 'Complaints', [1_324, 818, 240, 96, 0], [1_020, 901, 260, 40, 3])],
  over: zh ? '部位' : 'Element',
  write: written,
  beforeLabel: zh ? '去年同期' : 'A year before',
  whole: true,
})
export const crossed = ({ zh }: Words): ChartData => ({
  ...byMonth({ zh }, [
    ['锦绣花园', 'Brocade Garden'],
    ['滨江一号', 'Riverside One'],
    ['云栖里', 'Cloud Lane'],
  ]),
})
/** Whether a story is shown in Chinese. */
export const inChinese = (globals: Readonly<Record<string, unknown>>): Words => ({ zh: globals['language'] !== 'en' })
