import './own-words.ts'
import { Blank, useLink } from '@lintel/ui'
import { useParams } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { NotFoundPage } from '../frame/ErrorPages.tsx'
import { useMe } from '../session/session.tsx'
import { useWords } from '../words/words.ts'
import classes from './SettingsPage.module.css'

const parts = {
  people: lazy(async () => ({ default: (await import('./PeoplePart.tsx')).PeoplePart })),
  positions: lazy(async () => ({ default: (await import('./PositionsPart.tsx')).PositionsPart })),
  departments: lazy(async () => ({ default: (await import('./DepartmentsPart.tsx')).DepartmentsPart })),
  chains: lazy(async () => ({ default: (await import('./chains/ChainsPart.tsx')).ChainsPart })),
  delegations: lazy(async () => ({ default: (await import('./DelegationsPart.tsx')).DelegationsPart })),
  categories: lazy(async () => ({ default: (await import('./CategoriesPart.tsx')).CategoriesPart })),
  imports: lazy(async () => ({ default: (await import('./imports/ImportsPart.tsx')).ImportsPart })),
  sessions: lazy(async () => ({ default: (await import('./SessionsPart.tsx')).SessionsPart })),
  messages: lazy(async () => ({ default: (await import('./MessagesPart.tsx')).MessagesPart })),
  limits: lazy(async () => ({ default: (await import('./LimitsPart.tsx')).LimitsPart })),
  whatIf: lazy(async () => ({ default: (await import('./WhatIfPart.tsx')).WhatIfPart })),
  security: lazy(async () => ({ default: (await import('./SecurityPart.tsx')).SecurityPart })),
}
type Part = keyof typeof parts
const names = Object.keys(parts) as readonly Part[]
/** Parts that are there for whoever may use them. */
const wants: Readonly<Partial<Record<Part, string>>> = { imports: 'complaint.import', security: 'person.keep' }

export function SettingsPage() {
  const { t } = useWords()
  const { permissions } = useMe()
  const mine = names.filter((name) => permissions.includes(wants[name] ?? '') || wants[name] === undefined)
  const Link = useLink()
  const params: Readonly<Record<string, string | undefined>> = useParams({ strict: false })
  const asked = params['part'] ?? (params['import'] === undefined ? 'people' : 'imports')
  const part = names.find((name) => name === asked)
  const Shown = part && parts[part]
  return (
    <div className={classes.page}>
      <nav className={classes.nav} aria-label={t('rail.settings')}>
        <h1>{t('rail.settings')}</h1>
        {mine.map((name) => (
          <Link key={name} to={`/settings/${name}`} aria-current={name === part ? 'page' : undefined}>
            {t(`settings.${name}`)}
          </Link>
        ))}
      </nav>
      <div className={classes.part}>
        {Shown ? <Suspense fallback={<Blank title={t('ui.loading')} />}>{<Shown />}</Suspense> : <NotFoundPage />}
      </div>
    </div>
  )
}
