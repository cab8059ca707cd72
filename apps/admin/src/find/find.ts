import type { Find, Picked } from '@lintel/ui'
import type { TFunction } from 'i18next'
import { useCallback } from 'react'
import { useClient, type Client } from 'urql'
import {
  FindCategoriesDocument,
  FindComplaintsDocument,
  FindContractorsDocument,
  FindCustomersDocument,
  FindFinesDocument,
  FindNoticesDocument,
  FindPeopleDocument,
  FindProjectsDocument,
  FindUnitsDocument,
} from '../gql/graphql.ts'
import { ask } from '../graph/read.ts'
import { useWords } from '../words/words.ts'

const nodes = <Node>({ edges }: { edges: readonly { node: Node }[] }) => edges.map((edge) => edge.node)
const picked = (value: string, label: string, hint?: string | null): Picked => ({ value, label, ...(hint ? { hint } : {}) })

type Finder = (client: Client, text: string, t: TFunction) => Promise<readonly Picked[]>

const categories: Finder = async (client, text) => {
  const all = nodes((await ask(client, FindCategoriesDocument, {})).categories)
  return all
    .map((each) => picked(each.id, each.under ? `${each.under.name} / ${each.name}` : each.name))
    .filter(({ label }) => text === '' || label.toLowerCase().includes(text.toLowerCase()))
    .slice(0, 40)
}

/** How records of each noun are found by any fragment of what a person knows of them. */
const finders: Readonly<Record<string, Finder>> = {
  unit: async (client, text) => nodes((await ask(client, FindUnitsDocument, { text })).units).map((unit) => picked(unit.id, [unit.project?.name, unit.name].filter(Boolean).join(' '), unit.houseType)),
  customer: async (client, text) => nodes((await ask(client, FindCustomersDocument, { text })).customers).map((customer) => picked(customer.id, customer.name, [customer.phone, customer.units[0]?.name].filter(Boolean).join(' · '))),
  person: async (client, text) => nodes((await ask(client, FindPeopleDocument, { text })).people).map((person) => picked(person.id, person.name, person.position)),
  contractor: async (client, text, t) =>
    nodes((await ask(client, FindContractorsDocument, { text })).contractors).map((contractor) => picked(contractor.id, contractor.name, contractor.vetoed ? t('contractors.vetoed') : t(`choice.PartyKind.${contractor.kind}`))),
  project: async (client, text) => nodes((await ask(client, FindProjectsDocument, { text })).projects).map((project) => picked(project.id, project.name, project.city)),
  complaint: async (client, text) => nodes((await ask(client, FindComplaintsDocument, { text })).complaints).map((complaint) => picked(complaint.id, `${complaint.number ?? ''} ${complaint.title}`, complaint.unit?.name)),
  notice: async (client, text) => nodes((await ask(client, FindNoticesDocument, { text })).notices).map((notice) => picked(notice.id, notice.number ?? '', notice.contractor?.name)),
  fine: async (client, text) => nodes((await ask(client, FindFinesDocument, { text })).fines).map((fine) => picked(fine.id, fine.number ?? '', fine.contractor?.name)),
  category: categories,
}

export const useFind = (): Find => {
  const client = useClient()
  const { t } = useWords()
  return useCallback(async (noun, text) => (await finders[noun]?.(client, text, t)) ?? [], [client, t])
}
