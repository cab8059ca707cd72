import { plainView } from '@lintel/ui'
import { useEffect, useMemo } from 'react'
import { useClient } from 'urql'
import {
  ViewAddDocument,
  ViewChangeDocument,
  ViewChooseDocument,
  ViewRemoveDocument,
  ViewsDocument,
  type NounName,
  type ViewInput,
  type ViewsQuery,
} from '../../gql/graphql.ts'
import { useRead } from '../../graph/read.ts'
import { saysView, writeView, type ListSearch } from '../address.ts'
import type { ListField } from '../fields.ts'
import type { ListAddress } from '../use-list-address.ts'
import { showsTheSame, stateInput, viewFrom } from './state.ts'

export type KeptView = ViewsQuery['views'][number]
export type Told = { readonly id?: string; readonly code?: string; readonly message?: string }
/** The address of a list without any view of its own: everything, as the registry shows it. */
const everything = 'all'

const keptWith = ({ name, audience, position, first }: KeptView) => ({ name, audience, position: position ?? null, first })

/** A list's views: those there are, the one that is shown, and whether it is shown otherwise than it is kept. X-9 */
export const useViews = (noun: NounName, address: ListAddress, fields: readonly ListField[]) => {
  const client = useClient()
  const { data, again } = useRead(ViewsDocument, { noun }, { of: [] })
  const views = useMemo(() => data?.views ?? [], [data])
  const { search, view, go } = address
  const asked = search['view']
  const bare = asked === undefined && !saysView(search, fields)
  const begin = views.find((one) => one.first && one.audience === 'position') ?? views.find((one) => one.first)
  const current = views.find(({ id }) => id === asked)
  const ready = data !== undefined && fields.length > 0
  const addressOf = (of: KeptView | undefined): ListSearch => {
    const kept = { ...(search['to'] ? { to: search['to'] } : {}), view: of?.id ?? everything }
    return of ? writeView(kept, fields, viewFrom(of.state, fields)) : kept
  }
  // a list nobody has asked anything of begins as the administrator says; the bare name of a view is the view as it is kept
  const due = !ready ? undefined : bare ? begin : current && !saysView(search, fields) ? current : undefined
  const dueId = due?.id
  useEffect(() => {
    if (due) go({ ...addressOf(due), ...(search['open'] ? { open: search['open'] } : {}) }, true)
    // eslint-disable-next-line react/exhaustive-deps -- once for each view that is due
  }, [dueId])
  const told = async (
    answer: Promise<{ data?: Record<string, unknown> | undefined; error?: { message: string } | undefined }>,
  ): Promise<Told> => {
    const { data: done, error } = await answer
    again()
    return (Object.values(done ?? {})[0] as Told | undefined) ?? { code: 'lost', message: error?.message ?? '' }
  }
  const input = (given: Omit<ViewInput, 'state'>): ViewInput => ({ ...given, state: stateInput(view, fields) })
  return {
    views,
    tabs: views.filter(({ tab, id }) => tab || id === asked),
    current,
    /** Asked for by its address, but no longer there, or not for the reader. */
    missing: ready && asked !== undefined && asked !== everything && !current,
    changed: ready && current !== undefined && saysView(search, fields) && !showsTheSame(viewFrom(current.state, fields), view, fields),
    plain: showsTheSame(view, plainView, fields),
    begin,
    addressOf,
    show: (of: KeptView | undefined) => go(addressOf(of)),
    /** As the administrator says, or as the registry shows it. */
    reset: () => go(addressOf(begin)),
    add: (key: string, given: Omit<ViewInput, 'state'>) =>
      told(client.mutation(ViewAddDocument.toString(), { noun, key, input: input(given) }).toPromise()),
    /** Keeps what is shown now under the same name. */
    save: (of: KeptView) =>
      told(
        client.mutation(ViewChangeDocument.toString(), { id: of.id, version: of.version, noun, input: input(keptWith(of)) }).toPromise(),
      ),
    /** Changes its name and whom it is for, not what it shows. */
    change: (of: KeptView, given: Omit<ViewInput, 'state'>) =>
      told(
        client
          .mutation(ViewChangeDocument.toString(), {
            id: of.id,
            version: of.version,
            noun,
            input: { ...given, state: stateInput(viewFrom(of.state, fields), fields) },
          })
          .toPromise(),
      ),
    remove: (of: KeptView) => told(client.mutation(ViewRemoveDocument.toString(), { id: of.id, version: of.version }).toPromise()),
    choose: ({ id }: KeptView, tab: boolean, subscribed: boolean) =>
      told(client.mutation(ViewChooseDocument.toString(), { id, tab, subscribed }).toPromise()),
  }
}
export type Views = ReturnType<typeof useViews>
