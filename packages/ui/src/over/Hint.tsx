import {
  cloneElement,
  useEffect,
  useId,
  useRef,
  useState,
  type FocusEvent,
  type MouseEvent,
  type PointerEvent,
  type ReactElement,
} from 'react'
import { fetched } from './fetched.ts'

const shownPart = fetched(() => import('./HintShown.tsx'))

type Handlers = {
  onPointerEnter?: (event: PointerEvent<HTMLElement>) => void
  onPointerLeave?: (event: PointerEvent<HTMLElement>) => void
  onFocus?: (event: FocusEvent<HTMLElement>) => void
  onBlur?: (event: FocusEvent<HTMLElement>) => void
  onClick?: (event: MouseEvent<HTMLElement>) => void
  'aria-describedby'?: string | undefined
}
export type HintProps = {
  label: string
  position?: 'top' | 'right' | 'bottom' | 'left'
  disabled?: boolean
  /** Also when it is pressed, for fingers, which do not hover. */
  touch?: boolean
  children: ReactElement<Handlers>
}

/** So long somebody stays on something before it explains itself, in milliseconds. */
const patience = 250

/**
 * What something is, while the pointer or the keyboard is on it. What shows it is fetched when it is first wanted: a list has
 * hundreds of them, and most are never read.
 */
export function Hint({ label, position = 'top', disabled = false, touch = false, children }: HintProps) {
  const id = useId()
  const [target, setTarget] = useState<HTMLElement>()
  const [shown, setShown] = useState(false)
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(waiting.current), [])
  const show = (of: HTMLElement, after: number) => {
    shownPart.near()
    clearTimeout(waiting.current)
    waiting.current = setTimeout(() => {
      setTarget(of)
      setShown(true)
    }, after)
  }
  const hide = () => {
    clearTimeout(waiting.current)
    setShown(false)
  }
  const own = children.props
  const visible = shown && !disabled && target !== undefined
  const HintShown = shownPart.useWhen(visible)
  return (
    <>
      {cloneElement(children, {
        onPointerEnter(event) {
          own.onPointerEnter?.(event)
          if (event.pointerType !== 'touch') show(event.currentTarget, patience)
        },
        onPointerLeave(event) {
          own.onPointerLeave?.(event)
          // a finger that is lifted leaves, and only then is there time to read
          if (event.pointerType !== 'touch') hide()
        },
        onFocus(event) {
          own.onFocus?.(event)
          if (event.currentTarget.matches(':focus-visible')) show(event.currentTarget, 0)
        },
        onBlur(event) {
          own.onBlur?.(event)
          hide()
        },
        onClick(event) {
          own.onClick?.(event)
          if (touch) show(event.currentTarget, 0)
          else hide()
        },
        ...(HintShown ? { 'aria-describedby': id } : {}),
      })}
      {HintShown && target && <HintShown id={id} label={label} position={position} target={target} onGone={hide} />}
    </>
  )
}
