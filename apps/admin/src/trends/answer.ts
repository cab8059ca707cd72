import type { TFunction } from 'i18next'
import type { ChartData, Language } from '@lintel/ui'
import type { Trend } from './read.ts'
import type { Shown } from './shown.ts'
import { figureOf, type Measure } from './written.ts'

type Told = {
  readonly shown: Shown
  readonly data: ChartData
  readonly trend: Trend
  readonly measure: Measure
  readonly language: Language
  readonly t: TFunction
}

const percent = (part: number, language: Language) =>
  new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    style: 'percent',
    maximumFractionDigits: Math.abs(part) < 0.1 ? 1 : 0,
  }).format(part)

/** The answer in a sentence: what the whole is, how it moved, and what stands out. */
export const answerOf = ({ shown, data, trend, measure, language, t }: Told): string => {
  const compared = shown.compare !== undefined
  const whole = figureOf(
    trend.total.values.find((one) => one.measure === measure.name),
    measure,
    language,
    t,
    undefined,
    compared,
  )
  const what = t(`trends.measure.${measure.name}`)
  const said: string[] = []
  if (whole?.text) said.push(t('trends.answer.whole', { what, text: whole.text }))
  const [is, was] = [whole?.value, whole?.before?.value]
  if (compared && is !== undefined && was !== undefined && whole?.before)
    said.push(
      // a share of a share would be taken for points
      is === was || was === 0 || measure.kind === 'share'
        ? t('trends.answer.before', { compare: data.beforeLabel ?? '', text: whole.before.text })
        : t(is > was ? 'trends.answer.more' : 'trends.answer.less', {
            compare: data.beforeLabel ?? '',
            text: whole.before.text,
            part: percent(Math.abs(is - was) / was, language),
          }),
    )
  const first = data.series.find(({ key }) => key === measure.name)
  const marks = (first ? [first] : data.series).flatMap((series) =>
    series.figures.flatMap((figure, n) => {
      const label = data.categories[n]?.label ?? ''
      return figure?.value === undefined || label === t('trends.nothing')
        ? []
        : [{ figure, value: figure.value, label: first ? label : `${label} · ${series.label}` }]
    }),
  )
  const [top] = marks.toSorted((a, b) => (shown.up ? a.value - b.value : b.value - a.value))
  if (top && marks.length > 1 && (top.value > 0 || shown.up))
    said.push(
      shown.up
        ? t('trends.answer.lowest', { label: top.label, text: top.figure.text })
        : measure.additive && is
          ? t('trends.answer.most', { label: top.label, text: top.figure.text, part: percent(top.value / is, language) })
          : t('trends.answer.highest', { label: top.label, text: top.figure.text }),
    )
  return said.join(language === 'zh' ? '；' : '; ') + (said.length ? (language === 'zh' ? '。' : '.') : '')
}
