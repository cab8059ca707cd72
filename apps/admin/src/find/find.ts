import type { Find, Picked } from '@lintel/ui'
import type { TFunction } from 'i18next'
import { useCallback } from 'react'
import { useClient, type Client } from 'urql'
import {
  FindBuildingsDocument,
  FindCategoriesDocument,
  FindComplaintsDocument,
  FindContractorsDocument,
  FindCustomersDocument,
  FindDepartmentsDocument,
  FindFinesDocument,
  FindNoticesDocument,
  FindPeopleDocument,
  FindProjectsDocument,
  FindUnitsDocument,
} from '../gql/graphql.ts'
import { ask } from '../graph/read.ts'
import { bilingualName, categoryName, unitName } from '../places.ts'
import { usePositionName } from '../session/positions.ts'
import { useWords } from '../words/words.ts'

const nodes = <Node>({ edges }: { edges: readonly { node: Node }[] }) => edges.map((edge) => edge.node)
const picked = (value: string, label: string, hint?: string | null): Picked => ({ value, label, ...(hint ? { hint } : {}) })

type Asking = { client: Client; text: string; t: TFunction; language: 'zh' | 'en'; position: (key: string) => string }
type Finder = (asking: Asking) => Promise<readonly Picked[]>

const containing = (field: string, text: string) => ({ filter: text === '' ? {} : { [field]: { contains: text } } })

/** How records of each noun are found by any fragment of what a person knows of them. */
const finders: Readonly<Record<string, Finder>> = {
  unit: async ({ client, text }) =>
    text === ''
      ? []
      : (await ask(client, FindUnitsDocument, { text })).findUnits.map((unit) => picked(unit.id, unitName(unit) ?? '', unit.houseType)),
  customer: async ({ client, text }) =>
    text === ''
      ? []
      : (await ask(client, FindCustomersDocument, { text })).findCustomers.map((customer) =>
          picked(customer.id, customer.name, [customer.phone, unitName(customer.units[0])].filter(Boolean).join(' · ')),
        ),
  person: async ({ client, text, position }) =>
    nodes(
      (await ask(client, FindPeopleDocument, { filter: { state: ['active'], ...(text === '' ? {} : { name: { contains: text } }) } }))
        .people,
    ).map((person) => picked(person.id, person.name, person.positions.map(position).join('、'))),
  contractor: async ({ client, text, t }) =>
    nodes(
      (await ask(client, FindContractorsDocument, { filter: { state: ['active'], ...(text === '' ? {} : { name: { contains: text } }) } }))
        .contractors,
    ).map((contractor) =>
      picked(contractor.id, contractor.name, contractor.vetoed ? t('contractors.vetoed') : t(`choice.PartyKind.${contractor.kind}`)),
    ),
  project: async ({ client, text }) =>
    nodes((await ask(client, FindProjectsDocument, containing('name', text))).projects).map((project) =>
      picked(project.id, project.name, project.city),
    ),
  building: async ({ client, text }) =>
    nodes((await ask(client, FindBuildingsDocument, containing('name', text))).buildings).map((building) =>
      picked(building.id, `${building.project.name} ${building.phase} ${building.name}`),
    ),
  complaint: async ({ client, text }) =>
    nodes((await ask(client, FindComplaintsDocument, containing(/\d/u.test(text) ? 'number' : 'title', text))).complaints).map(
      (complaint) => picked(complaint.id, `${complaint.number} ${complaint.title}`, complaint.unit?.number),
    ),
  notice: async ({ client, text }) =>
    nodes((await ask(client, FindNoticesDocument, containing('number', text))).notices).map((notice) =>
      picked(notice.id, notice.number, notice.contractor.name),
    ),
  fine: async ({ client, text }) =>
    nodes((await ask(client, FindFinesDocument, containing('number', text))).fines).map((fine) =>
      picked(fine.id, fine.number, fine.contractor.name),
    ),
  category: async ({ client, text, language }) =>
    (await ask(client, FindCategoriesDocument, {})).categories
      .filter((each) => each.state === 'active')
      .map((each) => picked(each.id, categoryName(each, language)))
      .filter(({ label }) => text === '' || label.toLowerCase().includes(text.toLowerCase()))
      .slice(0, 60),
  department: async ({ client, text, language }) =>
    (await ask(client, FindDepartmentsDocument, {})).departments
      .filter((each) => each.state === 'active')
      .map((each) => picked(each.id, bilingualName(each, language)))
      .filter(({ label }) => text === '' || label.toLowerCase().includes(text.toLowerCase())),
}

export const useFind = (): Find => {
  const client = useClient()
  const { t, language } = useWords()
  const position = usePositionName()
  return useCallback(
    async (noun, text) => (await finders[noun]?.({ client, text, t, language, position })) ?? [],
    [client, t, language, position],
  )
}
