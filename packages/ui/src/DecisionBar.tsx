import { Button } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconDots } from '@tabler/icons-react'
import { useLanguage } from './language.tsx'
import { Hint } from './over/Hint.tsx'
import { MenuButton } from './over/MenuButton.tsx'
import classes from './DecisionBar.module.css'

export type OfferedDecision = {
  name: string
  label: string
  allowed: boolean
  /** Why not, as the API says it. */
  because?: string | null | undefined
  grave?: boolean
}

/**
 * What can be done now: the main one first and filled, what is not possible says why.
 * `decisions` come in order of weight; those not possible wait in the menu unless they are the main one.
 */
export function DecisionBar({
  decisions,
  onDecide,
  beside = 3,
  busy,
  inRow = false,
}: {
  decisions: readonly OfferedDecision[]
  onDecide: (name: string) => void
  beside?: number
  busy?: string | undefined
  /** In a row of a table nothing stands out. */
  inRow?: boolean
}) {
  const { say } = useLanguage()
  const phone = useMediaQuery('(max-width: 600px)', false, { getInitialValueInEffect: false })
  const possible = decisions.filter((each) => each.allowed)
  // with nothing to do there is nothing to press; what could be done otherwise, and why not, stays in the menu
  const main = possible[0] ?? (decisions.length === 1 ? decisions[0] : undefined)
  if (decisions.length === 0) return null
  const near = possible.filter((each) => each !== main).slice(0, phone ? Math.min(1, beside) : beside)
  const rest = decisions.filter((each) => each !== main && !near.includes(each))
  return (
    <div className={inRow ? classes.inRow : classes.bar} role="group">
      {main && <Choice decision={main} main={!inRow} onDecide={onDecide} loading={busy === main.name} />}
      {near.map((each) => (
        <Choice key={each.name} decision={each} onDecide={onDecide} loading={busy === each.name} />
      ))}
      {rest.length > 0 && (
        <MenuButton
          label={say('more')}
          width={280}
          lines={() => [
            ...rest
              .filter((each) => each.allowed)
              .map(({ name, label, grave = false }) => ({ key: name, label, grave, onClick: () => onDecide(name) })),
            ...(rest.some((each) => !each.allowed) ? [{ heading: say('notPossible') }] : []),
            ...rest
              .filter((each) => !each.allowed)
              .map(({ name, label, because }) => ({ key: name, label, note: because ?? undefined, blocked: true })),
          ]}
        >
          <Button variant="default" aria-label={say('more')} px={main ? 8 : 12}>
            {main ? <IconDots size={16} aria-hidden="true" /> : say('more')}
          </Button>
        </MenuButton>
      )}
    </div>
  )
}

function Choice({
  decision,
  main = false,
  onDecide,
  loading,
}: {
  decision: OfferedDecision
  main?: boolean
  onDecide: (name: string) => void
  loading: boolean
}) {
  const { say } = useLanguage()
  const button = (
    <Button
      variant={main && decision.allowed && !decision.grave ? 'filled' : 'default'}
      {...(decision.grave ? { classNames: { root: classes.grave } } : {})}
      // stays reachable by keyboard, so that the reason can be read
      aria-disabled={!decision.allowed}
      {...(decision.allowed ? {} : { 'data-disabled': true })}
      loading={loading}
      onClick={() => decision.allowed && onDecide(decision.name)}
    >
      {decision.label}
    </Button>
  )
  return decision.allowed ? (
    button
  ) : (
    <Hint label={decision.because ?? say('blocked')} touch>
      {button}
    </Hint>
  )
}
