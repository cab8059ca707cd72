import type { Building, Moment, NounName, Project, ProjectId, RecordOf } from '@lintel/domain'
import type { AnyRecord } from '../records/nouns.ts'
import { normalForm } from './normal-form.ts'
import { unitForms } from './unit-names.ts'

/** The place a record is named after, where its name is more than its own words. */
export type Place = { readonly project?: Project; readonly building?: Building }
type Text = string | undefined | readonly (string | undefined)[]

/**
 * What of a noun is searched. Every field may be read by whoever may read the record at all; what is masked for some of
 * them does not belong here (see `fenced.ts`). SEC-5
 */
export type Searched<R> = {
  /** What a result is called. */
  readonly label: (record: R, place: Place) => string
  readonly number?: (record: R) => string
  /** In this order the newest comes first; it never changes. */
  readonly at: (record: R) => Moment
  readonly fields: Readonly<Record<string, (record: R, label: string) => Text>>
  /** Other ways to write what it is called. */
  readonly forms?: (record: R, place: Place) => readonly string[]
  /** There are never many: one character is enough to look for. */
  readonly few?: true
  /** Its name has the names of its project and building in it. */
  readonly placed?: true
}

type Registry = { readonly [N in NounName]?: Searched<RecordOf<N>> }
const added = { at: ({ addedAt }: { readonly addedAt: Moment }) => addedAt } as const
const name = (_: unknown, label: string) => label
const number = ({ number: of }: { readonly number: string }) => of

/** Adding a noun is adding its lines here. X-3 */
const registry: Registry = {
  complaint: {
    label: ({ title }) => title,
    number,
    at: ({ registeredAt }) => registeredAt,
    fields: {
      number,
      title: ({ title }) => title,
      wording: ({ wording }) => wording,
      wish: ({ wish }) => wish,
      place: ({ place }) => place,
      resolution: ({ resolution }) => resolution,
      feedback: ({ feedback }) => feedback.map(({ content }) => content),
    },
  },
  notice: {
    label: ({ defects }) => defects.map(({ location, requirement }) => `${location} ${requirement}`).join('；'),
    number,
    at: ({ draftedAt }) => draftedAt,
    fields: {
      number,
      defects: ({ defects }) => defects.flatMap(({ location, requirement }) => [location, requirement]),
      excuse: ({ excuses }) => excuses.map(({ reason }) => reason),
    },
  },
  fine: {
    label: ({ facts }) => facts,
    number,
    at: ({ draftedAt }) => draftedAt,
    fields: { number, facts: ({ facts }) => facts },
  },
  emergencyRepair: {
    label: ({ reason }) => reason,
    number,
    at: ({ startedAt }) => startedAt,
    fields: {
      number,
      reason: ({ reason }) => reason,
      work: ({ log }) => log.flatMap(({ work, materials }) => [work, materials]),
    },
  },
  visit: {
    label: ({ title }) => title,
    at: ({ openedAt }) => openedAt,
    fields: {
      title: ({ title }) => title,
      wording: ({ wording }) => wording,
      note: ({ reviewed }) => reviewed?.note,
    },
  },
  departmentRequest: {
    label: ({ title }) => title,
    number,
    at: ({ rounds }) => rounds[0]?.askedAt ?? (0 as Moment),
    fields: {
      number,
      title: ({ title }) => title,
      question: ({ rounds }) => rounds.map(({ question }) => question),
      answer: ({ rounds }) => rounds.map(({ answer }) => answer?.text),
    },
  },
  survey: {
    label: ({ title }) => title,
    number,
    // plans change, numbers do not: the order of the first plan
    at: ({ firstPlannedAt }) => firstPlannedAt,
    fields: {
      number,
      title: ({ title }) => title,
      findings: ({ held }) => held?.findings,
      measures: ({ held }) => held?.measures,
    },
  },
  suggestionTable: {
    label: ({ month }) => month,
    number,
    at: ({ openedAt }) => openedAt,
    fields: {
      number,
      subjects: ({ lines }) => lines.map(({ subject }) => subject),
      proposals: ({ lines }) => lines.map(({ proposal }) => proposal),
    },
  },
  groupAlert: {
    label: ({ title }) => title,
    number,
    at: ({ raisedAt }) => raisedAt,
    fields: { number, title: ({ title }) => title },
  },
  problem: {
    label: ({ name: called }) => called,
    number,
    at: ({ openedAt }) => openedAt,
    fields: { number, name },
  },
  unit: {
    ...added,
    placed: true,
    label: ({ number: of }, { project, building }) => [project?.name, building?.phase, building?.name, of].filter(Boolean).join(' '),
    fields: { name, houseType: ({ houseType }) => houseType },
    forms: ({ number: of }, { project, building }) => [
      [project?.name, building?.phase, building?.name, of].join(''),
      project?.nameEn ?? '',
      ...unitForms(normalForm(building?.name ?? ''), normalForm(of)),
    ],
  },
  contractor: {
    ...added,
    few: true,
    label: (contractor) => contractor.name,
    fields: { name, contact: ({ contact }) => contact, phone: ({ phone }) => phone },
  },
  contract: { ...added, label: number, number, fields: { number } },
  project: {
    ...added,
    few: true,
    label: (project) => project.name,
    fields: { name, nameEn: ({ nameEn }) => nameEn, city: ({ city }) => city, code: ({ code }) => code },
  },
  building: {
    ...added,
    few: true,
    placed: true,
    label: (building, { project }) => [project?.name, building.phase, building.name].filter(Boolean).join(' '),
    fields: { name },
    forms: (building, { project }) => [[project?.name, building.phase, building.name].join('')],
  },
  person: { ...added, few: true, label: (person) => person.name, fields: { name, email: ({ email }) => email } },
  department: {
    ...added,
    few: true,
    label: ({ nameZh }) => nameZh,
    fields: { name, nameEn: ({ nameEn }) => nameEn },
  },
  category: {
    ...added,
    few: true,
    label: ({ nameZh }) => nameZh,
    fields: { name, nameEn: ({ nameEn }) => nameEn },
  },
}

// which record a declaration is of is known to whoever asks for it by name; the code below treats all alike
export const searched = registry as unknown as Readonly<Partial<Record<NounName, Searched<AnyRecord>>>>
export const searchedNouns = Object.keys(registry) as readonly NounName[]

const textsOf = (text: Text): readonly string[] => (typeof text === 'string' ? [text] : (text ?? []).filter((one) => one !== undefined))

/** The texts of a record by field, as they were written. */
export const fieldsOf = (noun: NounName, record: AnyRecord, label: string): readonly { readonly field: string; readonly text: string }[] =>
  Object.entries(searched[noun]?.fields ?? {}).flatMap(([field, read]) => textsOf(read(record, label)).map((text) => ({ field, text })))

export type Entry = {
  readonly id: string
  readonly noun: NounName
  readonly project: ProjectId | undefined
  readonly at: Moment
  readonly number: string | undefined
  readonly retired: boolean
  readonly label: string
  /** Everything of it in the form that is compared, a line each: no fragment reaches over two of them. */
  readonly body: string
}
/** What the index keeps of a record. */
export const entryOf = (noun: NounName, record: AnyRecord, place: Place): Entry | undefined => {
  const of = searched[noun]
  if (!of) return undefined
  const label = of.label(record, place)
  const texts = [...fieldsOf(noun, record, label).map(({ text }) => text), ...(of.forms?.(record, place) ?? [])]
  const number = of.number?.(record)
  return {
    id: record.id,
    noun,
    project: record.project,
    at: of.at(record),
    number: number === undefined ? undefined : normalForm(number),
    retired: record.state === 'retired',
    label,
    body: [...new Set(texts.map(normalForm))].join('\n'),
  }
}
