import { Tooltip } from '@mantine/core'
import { useEffect } from 'react'
import type { HintProps } from './Hint.tsx'

type HintShownProps = Required<Pick<HintProps, 'label' | 'position'>> & { id: string; target: HTMLElement; onGone: () => void }

export default function HintShown({ id, label, position, target, onGone }: HintShownProps) {
  // WCAG 1.4.13: it goes without the pointer having to move
  useEffect(() => {
    const escape = ({ key }: KeyboardEvent) => key === 'Escape' && onGone()
    addEventListener('keydown', escape)
    return () => removeEventListener('keydown', escape)
  }, [onGone])
  return <Tooltip opened label={<span id={id}>{label}</span>} position={position} target={target} />
}
