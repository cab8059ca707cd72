import type { Meta, StoryObj } from '@storybook/react-vite'
import { controlLimits } from './control.ts'
import { LineChart } from './LineChart.tsx'
import { byMonth, crossed, inChinese } from './sample.ts'

export default { component: LineChart } satisfies Meta<typeof LineChart>
type Story = StoryObj

export const Several: Story = { render: (_, { globals }) => <LineChart data={crossed(inChinese(globals))} label="投诉 · complaints" /> }
/** A month that nothing but a cause explains. */
export const Control: Story = {
  render: (_, { globals }) => {
    const data = byMonth(inChinese(globals), [['投诉数', 'Complaints']])
    const [series] = data.series
    if (!series) return <></>
    const burst = { ...series, figures: series.figures.map((one, n) => (n === 8 ? { value: 190, text: '190', href: '#burst' } : one)) }
    return (
      <LineChart
        data={{ ...data, series: [burst] }}
        label="控制图 · control chart"
        limits={controlLimits(series.figures.map((one) => one?.value))}
      />
    )
  },
}
/** Sixty points are still one stop of the keyboard. */
export const Dense: Story = {
  render: (_, { globals }) => {
    const data = byMonth(inChinese(globals), [['投诉数', 'Complaints']])
    const [series] = data.series
    if (!series) return <></>
    const five = [0, 1, 2, 3, 4]
    return (
      <LineChart
        data={{
          ...data,
          categories: five.flatMap((year) => data.categories.map(({ key, label }) => ({ key: `${year} ${key}`, label }))),
          series: [{ ...series, figures: five.flatMap(() => series.figures) }],
        }}
        label="五年 · five years"
      />
    )
  },
}
