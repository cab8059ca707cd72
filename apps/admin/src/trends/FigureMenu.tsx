import { ActionIcon, Menu } from '@mantine/core'
import { pictureOf, pngOf } from '@lintel/ui'
import { IconDownload } from '@tabler/icons-react'
import type { RefObject } from 'react'
import { tell } from '../frame/tell.ts'
import { useWords } from '../words/words.ts'
import type { Days } from './period.ts'
import { askOf, type Shown } from './shown.ts'

const save = (blob: Blob, name: string) => {
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // the browser has it by then
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

type FigureMenuProps = { name: string; shown: Shown; days: Days; drawingIn: RefObject<HTMLElement | null> }

/** A figure as a picture or as a file of its numbers. */
export function FigureMenu({ name, shown, days, drawingIn }: FigureMenuProps) {
  const { t, language } = useWords()
  const title = `${name} ${days.from}..${days.until}`
  const picture = (as: 'svg' | 'png') => {
    const drawn = [...(drawingIn.current?.querySelectorAll<SVGSVGElement>('svg[role=group]') ?? [])]
    const [first] = drawn
    if (!first) return
    const svg = pictureOf(first, title)
    if (as === 'svg') return save(new Blob([svg], { type: 'image/svg+xml' }), `${title}.svg`)
    void pngOf(svg).then(
      (blob) => save(blob, `${title}.png`),
      () => tell({ color: 'red', message: t('trends.noPicture') }),
    )
  }
  const file = (format: 'xlsx' | 'csv') =>
    `/figures/${format}?${new URLSearchParams({ title, language, ask: JSON.stringify({ ...askOf(shown), ...days }) })}`
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t('trends.export', { name })}>
          <IconDownload size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {shown.chart !== 'pivot' && shown.chart !== 'multiples' && (
          <>
            <Menu.Item onClick={() => picture('png')}>{t('trends.asPng')}</Menu.Item>
            <Menu.Item onClick={() => picture('svg')}>{t('trends.asSvg')}</Menu.Item>
          </>
        )}
        <Menu.Item component="a" href={file('xlsx')} download>
          {t('trends.asXlsx')}
        </Menu.Item>
        <Menu.Item component="a" href={file('csv')} download>
          {t('trends.asCsv')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
