import { Button, InputWrapper } from '@mantine/core'
import { useEffect, useRef, type ReactNode } from 'react'
import Pad, { type PointGroup } from 'signature_pad'
import { useLanguage } from './language.tsx'
import { signatureBox as box } from './SignatureMark.tsx'
import classes from './SignaturePad.module.css'

/** Strokes as the path of an SVG in a box of 1000 × 300, whole points only. */
const pathOf = (strokes: readonly PointGroup[], { width, height }: { width: number; height: number }) =>
  strokes
    .flatMap(({ points }) => {
      const placed = points.map(({ x, y }) => {
        const within = (value: number, size: number, most: number) => Math.min(most, Math.max(0, Math.round((value / size) * most)))
        return `${within(x, width, box.width)} ${within(y, height, box.height)}`
      })
      const [first, ...rest] = placed
      // a dot is a line that goes nowhere
      return first === undefined ? [] : [`M${first} ${(rest.length ? rest : [first]).map((point) => `L${point}`).join(' ')}`]
    })
    .join(' ')

type Props = {
  label: string
  required: boolean
  error?: ReactNode
  hint?: string
  value: string
  onChange: (path: string) => void
}

/** A signature by finger, pen or mouse. */
export function SignaturePad({ label, required, error, hint, value, onChange }: Props) {
  const { say } = useLanguage()
  const canvas = useRef<HTMLCanvasElement>(null)
  const pad = useRef<Pad>(undefined)
  const changed = useRef(onChange)
  changed.current = onChange
  useEffect(() => {
    const on = canvas.current
    if (!on) return
    const ratio = window.devicePixelRatio || 1
    on.width = on.clientWidth * ratio
    on.height = on.clientHeight * ratio
    on.getContext('2d')?.scale(ratio, ratio)
    // on paper it is black on white, in either theme
    const made = new Pad(on, { penColor: '#101418', backgroundColor: '#ffffff', minWidth: 1, maxWidth: 2.5 })
    made.addEventListener('endStroke', () => changed.current(pathOf(made.toData(), { width: on.clientWidth, height: on.clientHeight })))
    pad.current = made
    return () => made.off()
  }, [])
  return (
    <InputWrapper label={label} withAsterisk={required} error={error} description={hint} size="sm">
      <div className={classes.pad}>
        <canvas ref={canvas} className={classes.canvas} aria-label={label} role="img" />
        <Button
          variant="subtle"
          className={classes.clear}
          disabled={value === ''}
          onClick={() => {
            pad.current?.clear()
            onChange('')
          }}
        >
          {say('clear')}
        </Button>
      </div>
    </InputWrapper>
  )
}
