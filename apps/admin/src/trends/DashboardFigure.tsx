import { ActionIcon, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useWords } from '../words/words.ts'
import { ExploreLink } from './Board.tsx'
import { TrendFigure } from './TrendFigure.tsx'
import { shownOf, type Figure } from './use-dashboards.ts'

type Change = {
  earlier: (() => void) | undefined
  later: (() => void) | undefined
  widen: () => void
  remove: () => void
}

/** A figure of a dashboard, and by a menu how it stands among the others. */
export function DashboardFigure({ of, change }: { of: Figure; change: Change | undefined }) {
  const { t } = useWords()
  const shown = shownOf(of)
  return (
    <TrendFigure
      title={of.title}
      name={of.title}
      shown={shown}
      actions={
        <>
          <ExploreLink shown={shown} name={of.title} />
          {change && (
            <Menu position="bottom-end">
              <Menu.Target>
                <ActionIcon aria-label={t('trends.arrange', { name: of.title })}>
                  <IconDots size={16} />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item disabled={!change.earlier} onClick={change.earlier}>
                  {t('trends.earlier')}
                </Menu.Item>
                <Menu.Item disabled={!change.later} onClick={change.later}>
                  {t('trends.later')}
                </Menu.Item>
                <Menu.Item onClick={change.widen}>{of.wide ? t('trends.narrow') : t('trends.wide')}</Menu.Item>
                <Menu.Item color="red" onClick={change.remove}>
                  {t('trends.removeFigure')}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          )}
        </>
      }
    />
  )
}
