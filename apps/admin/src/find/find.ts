import type { Find, Picked } from '@lintel/ui'
import { useCallback } from 'react'
import { useClient, type Client } from 'urql'
import {
  FirstCategoriesDocument,
  FirstBuildingsDocument,
  FirstComplaintsDocument,
  FirstContractorsDocument,
  FirstDepartmentsDocument,
  FirstFinesDocument,
  FirstNoticesDocument,
  FirstPeopleDocument,
  FirstProjectsDocument,
  SearchDocument,
  type NounName,
} from '../gql/graphql.ts'
import { ask } from '../graph/read.ts'
import { bilingualName, categoryName } from '../places.ts'
import { usePositionName } from '../session/positions.ts'
import { listed, useWords } from '../words/words.ts'
import { besideOf, nameOf, type Hit } from './hits.ts'

const nodes = <Node>({ edges }: { edges: readonly { node: Node }[] }) => edges.map((edge) => edge.node)
const picked = (value: string, label: string, hint?: string | null): Picked => ({ value, label, ...(hint ? { hint } : {}) })

/** Records of one kind by any fragment; undefined where too little was typed to look for. X-3 */
export const findHits = async (client: Client, noun: NounName, text: string): Promise<readonly Hit[] | undefined> => {
  const { search } = await ask(client, SearchDocument, { text, of: [noun], first: 20, inUse: true })
  return search.tooShort ? undefined : search.groups.flatMap(({ hits }) => hits)
}

type Asking = { client: Client; language: 'zh' | 'en'; position: (key: string) => string; kind: (kind: string) => string }
/** What is offered before anything is typed; of customers and units there are too many. */
const offers: Readonly<Partial<Record<NounName, (asking: Asking) => Promise<readonly Picked[]>>>> = {
  person: async ({ client, position }) =>
    nodes((await ask(client, FirstPeopleDocument, {})).people).map(({ id, name, positions }) =>
      picked(id, name, listed(positions.map(position))),
    ),
  contractor: async ({ client, kind }) =>
    nodes((await ask(client, FirstContractorsDocument, {})).contractors).map((one) =>
      picked(one.id, one.name, one.vetoed ? kind('vetoed') : kind(one.kind)),
    ),
  project: async ({ client }) =>
    nodes((await ask(client, FirstProjectsDocument, {})).projects).map(({ id, name, city }) => picked(id, name, city)),
  building: async ({ client }) =>
    nodes((await ask(client, FirstBuildingsDocument, {})).buildings).map(({ id, project, phase, name }) =>
      picked(id, `${project.name} ${phase} ${name}`),
    ),
  complaint: async ({ client }) =>
    nodes((await ask(client, FirstComplaintsDocument, {})).complaints).map(({ id, number, title, unit }) =>
      picked(id, `${number} ${title}`, unit?.number),
    ),
  notice: async ({ client }) =>
    nodes((await ask(client, FirstNoticesDocument, {})).notices).map(({ id, number, contractor }) => picked(id, number, contractor.name)),
  fine: async ({ client }) =>
    nodes((await ask(client, FirstFinesDocument, {})).fines).map(({ id, number, contractor }) => picked(id, number, contractor.name)),
  category: async ({ client, language }) =>
    (await ask(client, FirstCategoriesDocument, {})).categories
      .filter(({ state }) => state === 'active')
      .slice(0, 60)
      .map((each) => picked(each.id, categoryName(each, language))),
  department: async ({ client, language }) =>
    (await ask(client, FirstDepartmentsDocument, {})).departments
      .filter(({ state }) => state === 'active')
      .map((each) => picked(each.id, bilingualName(each, language))),
}

export const useFind = (): Find => {
  const client = useClient()
  const { t, language } = useWords()
  const position = usePositionName()
  return useCallback(
    async (of, text) => {
      // what a form refers to is a noun
      const noun = of as NounName
      if (text === '') {
        const kind = (one: string) => (one === 'vetoed' ? t('contractors.vetoed') : t(`choice.PartyKind.${one}`))
        return (await offers[noun]?.({ client, language, position, kind })) ?? []
      }
      const hits = await findHits(client, noun, text)
      return hits?.map((hit) => picked(hit.id, nameOf(hit, { language }), besideOf(hit, { t, language, position })))
    },
    [client, t, language, position],
  )
}
