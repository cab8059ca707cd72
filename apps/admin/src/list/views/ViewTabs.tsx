import { ActionIcon, Alert, Anchor, Button } from '@mantine/core'
import { MenuButton, useLink } from '@lintel/ui'
import { IconBell, IconDots } from '@tabler/icons-react'
import { useLocation } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { ViewCountsDocument, type NounName } from '../../gql/graphql.ts'
import { tell } from '../../frame/tell.ts'
import { useRead } from '../../graph/read.ts'
import { writeAddress, writeView, type ListSearch } from '../address.ts'
import type { ListField } from '../fields.ts'
import type { ListAddress } from '../use-list-address.ts'
import { listed, useWords } from '../../words/words.ts'
import { useViews, type KeptView, type Told } from './use-views.ts'
import classes from './Views.module.css'

const ViewForm = lazy(async () => ({ default: (await import('./ViewForm.tsx')).ViewForm }))
const ManageViews = lazy(async () => ({ default: (await import('./ManageViews.tsx')).ManageViews }))

/** The views of a list as tabs with how many each shows, and what has become of the one that is open. X-9 */
export function ViewTabs({ noun, address, fields }: { noun: NounName; address: ListAddress; fields: readonly ListField[] }) {
  const { t } = useWords()
  const Link = useLink()
  const { pathname } = useLocation()
  const hrefWith = (search: ListSearch) => pathname + writeAddress(search)
  const views = useViews(noun, address, fields)
  const [form, setForm] = useState<'new' | KeptView>()
  const [managing, setManaging] = useState(false)
  const { data } = useRead(ViewCountsDocument, { noun }, { of: [noun], pause: views.tabs.length === 0 })
  const countOf = (id: string) => data?.views.find((one) => one.id === id)?.count
  const { current, changed } = views
  const say = (told: Told, done: string) =>
    tell(
      told.code
        ? { color: 'red', message: told.code === 'ChangedSinceSeen' ? t('views.changedMeanwhile') : (told.message ?? '') }
        : { message: done },
    )
  const save = async (of: KeptView) => say(await views.save(of), t('views.saved'))
  return (
    <>
      <nav className={classes.tabs} aria-label={t('views.title')}>
        <Link to={hrefWith(views.addressOf(undefined))} aria-current={current === undefined ? 'page' : undefined} className={classes.tab}>
          {t('views.all')}
        </Link>
        {views.tabs.map((view) => {
          const count = countOf(view.id)
          return (
            <Link
              key={view.id}
              to={hrefWith(views.addressOf(view))}
              aria-current={view === current ? 'page' : undefined}
              className={classes.tab}
            >
              {view.name}
              {view.subscribed && <IconBell size={12} aria-label={t('views.subscribed')} />}
              {count && <small className={classes.count}>{count.more ? `${count.value}+` : count.value}</small>}
              {view === current && changed && <em className={classes.changed}>{t('views.changed')}</em>}
            </Link>
          )
        })}
        {current && changed && (
          <>
            {current.editable && (
              <Button size="compact-xs" variant="light" onClick={() => void save(current)}>
                {t('views.save')}
              </Button>
            )}
            <Button size="compact-xs" variant="subtle" onClick={() => setForm('new')}>
              {t('views.saveAs')}
            </Button>
            <Button size="compact-xs" variant="subtle" color="gray" onClick={() => views.show(current)}>
              {t('views.discard')}
            </Button>
          </>
        )}
        <MenuButton
          label={t('views.menu')}
          position="bottom-start"
          lines={() => [
            { label: t('views.add'), onClick: () => setForm('new') },
            ...(current?.editable ? [{ label: t('views.rename'), onClick: () => setForm(current) }] : []),
            { label: t('views.reset'), onClick: views.reset },
            { label: t('views.manage'), disabled: views.views.length === 0, onClick: () => setManaging(true) },
          ]}
        >
          <ActionIcon aria-label={t('views.menu')}>
            <IconDots size={16} />
          </ActionIcon>
        </MenuButton>
      </nav>
      <Without address={address} fields={fields} of={current} missing={views.missing} />
      <Suspense fallback={null}>
        {form && (
          <ViewForm
            view={form === 'new' ? undefined : form}
            onSend={async (key, given) => {
              const told = form === 'new' ? await views.add(key, given) : await views.change(form, given)
              if (!told.code && form === 'new' && told.id) address.go(writeView({ view: told.id }, fields, address.view))
              return told
            }}
            onClose={() => setForm(undefined)}
          />
        )}
        {managing && <ManageViews views={views} tell={say} onEdit={setForm} onClose={() => setManaging(false)} />}
      </Suspense>
    </>
  )
}

/** What somebody else sent, and the reader may not see: said, and left out. SEC-5 */
function Without({
  address,
  fields,
  of,
  missing,
}: {
  address: ListAddress
  fields: readonly ListField[]
  of: KeptView | undefined
  missing: boolean
}) {
  const { t } = useWords()
  const [seen, setSeen] = useState<string>()
  const keys = [...new Set([...address.without, ...(of?.state.without ?? [])])]
  const labels = keys.map((key) => fields.find((field) => field.key === key)?.label ?? key)
  if (missing)
    return (
      <Alert color="yellow" className={classes.alert}>
        {t('views.missing')}
      </Alert>
    )
  const about = labels.join(' ')
  if (labels.length === 0 || seen === about) return null
  return (
    <Alert color="yellow" className={classes.alert}>
      {t('views.without', { fields: listed(labels) })}{' '}
      <Anchor
        component="button"
        onClick={() => {
          setSeen(about)
          address.change({})
        }}
      >
        {t('views.understood')}
      </Anchor>
    </Alert>
  )
}
