import { useElementSize } from '@mantine/hooks'
import { createContext, use, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useLink } from '../link.tsx'
import classes from './charts.module.css'

const Telling = createContext<(name: string) => void>(() => undefined)

type DrawingProps = {
  label: string
  height: number
  /** Marks above each other: what the up and down keys pass over. */
  stride?: number
  /** Not narrower than this; a phone scrolls. */
  least?: number
  children: (width: number) => ReactNode
}

/**
 * The picture of a chart. Its marks are links to the records behind them, and one stop of the keyboard: arrows go from
 * one to the next, and what is pointed at or come to is said above in words.
 */
export function Drawing({ label, height, stride = 1, least = 280, children }: DrawingProps) {
  const { ref, width: room } = useElementSize()
  const width = Math.max(room || 640, least)
  const [current, tell] = useState('')
  const drawn = useRef<SVGSVGElement>(null)
  const move = (event: KeyboardEvent) => {
    const marks = [...(drawn.current?.querySelectorAll<SVGAElement>('a') ?? [])]
    const at = marks.findIndex((mark) => mark === document.activeElement)
    const by = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: stride, ArrowUp: -stride }[event.key]
    const to = event.key === 'Home' ? 0 : event.key === 'End' ? marks.length - 1 : by === undefined ? -1 : at + by
    const next = marks[to]
    if (at < 0 || !next) return
    event.preventDefault()
    next.focus()
  }
  // where the keyboard was last, or at the first mark, it comes in again
  const enter = (element: SVGSVGElement | null) => {
    drawn.current = element
    const marks = [...(element?.querySelectorAll<SVGAElement>('a') ?? [])]
    const stop = marks.find((mark) => mark.getAttribute('aria-label') === current) ?? marks[0]
    for (const mark of marks) mark.setAttribute('tabindex', mark === stop ? '0' : '-1')
  }
  return (
    <div ref={ref} className={classes.drawing}>
      <p className={classes.told} aria-hidden="true">
        {current}
      </p>
      <Telling value={tell}>
        <svg
          ref={enter}
          role="group"
          aria-label={label}
          width={width}
          height={height}
          viewBox={`0 0 ${width} ${height}`}
          className={classes.svg}
          onKeyDown={move}
          onPointerLeave={() => tell('')}
        >
          {children(width)}
        </svg>
      </Telling>
    </div>
  )
}

/** A mark of a chart: it opens the records it was counted from; what has none only says what it is. Y-5 */
export function Mark({ href, name, children }: { href: string | undefined; name: string; children: ReactNode }) {
  const Link = useLink()
  const tell = use(Telling)
  const telling = { onPointerEnter: () => tell(name), onFocus: () => tell(name) }
  return href === undefined ? (
    <g role="img" aria-label={name} onPointerEnter={telling.onPointerEnter}>
      {children}
    </g>
  ) : (
    <g {...telling}>
      <Link to={href} aria-label={name} tabIndex={-1}>
        {children}
      </Link>
    </g>
  )
}
