import { Button, Menu, Text, Tooltip } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconDots } from '@tabler/icons-react'
import { useLanguage } from './language.tsx'
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
        <Menu position="bottom-end" width={280}>
          <Menu.Target>
            <Button variant="default" aria-label={say('more')} px={main ? 8 : 12}>
              {main ? <IconDots size={16} aria-hidden="true" /> : say('more')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
            {rest
              .filter((each) => each.allowed)
              .map((each) => (
                <Menu.Item key={each.name} {...(each.grave ? { color: 'red' } : {})} onClick={() => onDecide(each.name)}>
                  {each.label}
                </Menu.Item>
              ))}
            {rest.some((each) => !each.allowed) && <Menu.Label>{say('notPossible')}</Menu.Label>}
            {rest
              .filter((each) => !each.allowed)
              .map((each) => (
                <Menu.Item key={each.name} className={classes.blocked} aria-disabled closeMenuOnClick={false}>
                  <Text fz={13}>{each.label}</Text>
                  {each.because && <Text fz={12}>{each.because}</Text>}
                </Menu.Item>
              ))}
          </Menu.Dropdown>
        </Menu>
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
    <Tooltip label={decision.because ?? say('blocked')} events={{ hover: true, focus: true, touch: true }}>
      {button}
    </Tooltip>
  )
}
