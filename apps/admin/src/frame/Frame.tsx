import { ActionIcon, Button, useMantineColorScheme, type MantineColorScheme } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { AppFrame, Hint, MenuButton, type RailGroup, type RailItem } from '@lintel/ui'
import {
  IconAdjustments,
  IconAlertOctagon,
  IconBuilding,
  IconBulb,
  IconBuildingCommunity,
  IconChartDots,
  IconChartLine,
  IconChecklist,
  IconCoinYuan,
  IconHammer,
  IconHelp,
  IconLanguage,
  IconMapSearch,
  IconMessageQuestion,
  IconMessageReport,
  IconPhoneCall,
  IconPlus,
  IconSearch,
  IconRubberStamp,
  IconSunMoon,
  IconWifiOff,
} from '@tabler/icons-react'
import { useNavigate, useRouterState } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react'
import { useNoteOpened } from '../find/recent.ts'
import { useOnline } from '../graph/live.tsx'
import { usePositionName } from '../session/positions.ts'
import { signOut, useMe } from '../session/session.tsx'
import { chooseLanguage, listed, useWords } from '../words/words.ts'
import { Bell } from './Bell.tsx'
import { useCounts } from './counts.ts'
import classes from './Frame.module.css'

// what opens over the page is fetched when it is first asked for
const fetchSearch = () => import('./GlobalSearch.tsx')
const GlobalSearch = lazy(async () => ({ default: (await fetchSearch()).GlobalSearch }))
const Keys = lazy(async () => ({ default: (await import('./Keys.tsx')).Keys }))

export function Frame({ children }: { children: ReactNode }) {
  const { t, language, say } = useWords()
  const me = useMe()
  const position = usePositionName()
  const path = useRouterState({ select: (state) => state.location.pathname })
  const navigate = useNavigate()
  const counts = useCounts()
  const online = useOnline()
  useNoteOpened()
  // once the page stands, so that what is typed right after / is not lost
  useEffect(() => {
    const soon = setTimeout(() => void fetchSearch().catch(() => undefined), 2_000)
    return () => clearTimeout(soon)
  }, [])
  const [help, setHelp] = useState(false)
  const [finding, setFinding] = useState(false)
  const go = (to: string) => void navigate({ to })
  const mayRegister = me.openings.includes('complaint_register')
  const reads = (noun: string) => me.permissions.includes(`${noun}.read`)
  useHotkeys([
    ['n', () => mayRegister && go('/complaints/new')],
    ['/', () => setFinding(true)],
    ['shift+?', () => setHelp(true)],
    ['g', () => go('/tasks')],
    ['q', () => go('/approvals')],
    ['c', () => go('/complaints')],
  ])
  const item = (key: string, icon: RailItem['icon'], href = `/${key}`): RailItem => ({
    key,
    icon,
    href,
    label: t(`rail.${key}`),
    current: path === href || path.startsWith(`${href}/`),
    count: counts[key],
  })
  const groups: readonly RailGroup[] = [
    { key: 'mine', items: [item('tasks', IconChecklist), item('approvals', IconRubberStamp)] },
    {
      key: 'work',
      title: t('rail.work'),
      items: [
        ...(reads('complaint') ? [item('complaints', IconMessageReport)] : []),
        ...(reads('notice') ? [item('notices', IconAlertOctagon)] : []),
        ...(reads('fine') ? [item('fines', IconCoinYuan)] : []),
        ...(reads('emergencyRepair') ? [item('emergency-repairs', IconHammer)] : []),
        ...(reads('visit') ? [item('visits', IconPhoneCall)] : []),
        // whoever works in a department has what it was asked
        ...(reads('departmentRequest') || me.person.department ? [item('department-requests', IconMessageQuestion)] : []),
        ...(reads('problem') ? [item('problems', IconChartDots)] : []),
        ...(reads('suggestionTable') ? [item('suggestion-tables', IconBulb)] : []),
        ...(reads('survey') ? [item('surveys', IconMapSearch)] : []),
      ],
    },
    { key: 'figures', title: t('rail.analysis'), items: reads('complaint') ? [item('trends', IconChartLine)] : [] },
    { key: 'parties', title: t('rail.parties'), items: [item('contractors', IconBuilding), item('projects', IconBuildingCommunity)] },
    { key: 'house', title: t('rail.house'), items: [item('settings', IconAdjustments)] },
  ]
  const standing =
    me.actingFor.length > 0
      ? t('app.actingFor', { names: listed(me.actingFor.map((each) => each.principal.name)) })
      : listed(me.positions.map(position))
  const bottom: readonly RailItem[] = [
    item('tasks', IconChecklist),
    item('approvals', IconRubberStamp),
    ...(reads('complaint') ? [item('complaints', IconMessageReport)] : []),
    { ...item('search', IconSearch), label: t('search.title') },
    ...(mayRegister ? [{ ...item('new', IconPlus, '/complaints/new'), label: t('rail.new') }] : []),
  ]
  return (
    <>
      <AppFrame
        name={t('app.name')}
        groups={groups.filter(({ items }) => items.length > 0)}
        bottom={bottom}
        railLabel={t('rail.label')}
        skipLabel={t('rail.skip')}
        bar={
          <>
            <button type="button" className={classes.search} onClick={() => setFinding(true)}>
              <IconSearch size={15} aria-hidden="true" />
              <span>{t('search.placeholder')}</span>
              <kbd>/</kbd>
            </button>
            <span className={classes.space} />
            {!online && (
              <Hint label={t('failure.noLive')}>
                <span className={classes.offline} role="status">
                  <IconWifiOff size={15} aria-hidden="true" />
                  <span className={classes.wide}>{t('failure.offlineShort')}</span>
                </span>
              </Hint>
            )}
            {mayRegister && (
              <Hint label={`${t('rail.new')} (n)`}>
                <Button
                  variant="default"
                  className={classes.new}
                  leftSection={<IconPlus size={15} aria-hidden="true" />}
                  onClick={() => go('/complaints/new')}
                >
                  {t('rail.new')}
                </Button>
              </Hint>
            )}
            <Bell />
            <Hint label={t('app.otherLanguage')}>
              <ActionIcon aria-label={t('app.otherLanguage')} onClick={() => void chooseLanguage(language === 'zh' ? 'en' : 'zh')}>
                <IconLanguage size={18} />
              </ActionIcon>
            </Hint>
            <ThemeMenu />
            <Hint label={`${say('keys')} (?)`}>
              <ActionIcon className={classes.wide} aria-label={say('keys')} onClick={() => setHelp(true)}>
                <IconHelp size={18} />
              </ActionIcon>
            </Hint>
            <MenuButton
              label={me.person.name}
              width={240}
              lines={() => [
                { heading: me.person.email },
                ...me.actingFor.map((each) => ({ heading: t('app.actingFor', { names: each.principal.name }) })),
                ...groups
                  .slice(1)
                  .flatMap((group) =>
                    group.items.map(({ key, label, href }) => ({ key, label, className: classes.phone, onClick: () => go(href) })),
                  ),
                { divider: true, className: classes.phone },
                { label: t('jobs.title'), onClick: () => go('/jobs') },
                { label: t('app.sessions'), onClick: () => go('/settings/sessions') },
                { label: t('app.delegations'), onClick: () => go('/settings/delegations') },
                { divider: true },
                { label: t('app.signOut'), onClick: () => void signOut() },
              ]}
            >
              <button type="button" className={classes.person} aria-label={t('app.person', { name: me.person.name, standing })}>
                <span className={classes.initial} aria-hidden="true">
                  {me.person.name.slice(0, 1)}
                </span>
                <span className={classes.who}>
                  {me.person.name}
                  <small>{standing}</small>
                </span>
              </button>
            </MenuButton>
          </>
        }
      >
        {children}
      </AppFrame>
      <Suspense>
        {finding && <GlobalSearch onClose={() => setFinding(false)} />}
        {help && <Keys onClose={() => setHelp(false)} />}
      </Suspense>
    </>
  )
}

function ThemeMenu() {
  const { t, say } = useWords()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const schemes: readonly { value: MantineColorScheme; label: string }[] = [
    { value: 'auto', label: t('app.themeAuto') },
    { value: 'light', label: say('light') },
    { value: 'dark', label: say('dark') },
  ]
  return (
    <MenuButton
      label={say('theme')}
      hint={say('theme')}
      lines={() =>
        schemes.map(({ value, label }) => ({ key: value, label, current: value === colorScheme, onClick: () => setColorScheme(value) }))
      }
    >
      <ActionIcon aria-label={say('theme')}>
        <IconSunMoon size={18} />
      </ActionIcon>
    </MenuButton>
  )
}
