import type { Building, NounName, Project } from '@lintel/domain'
import type pg from 'pg'
import { revived } from '../records/document.ts'
import type { AnyRecord } from '../records/nouns.ts'
import type { Changed } from '../records/unit-of-work.ts'
import { markOfNoun, markOfProject, pairsOf } from './pairs.ts'
import { entryOf, searched, type Entry, type Place } from './searched.ts'

type Client = Pick<pg.ClientBase, 'query'>
export type Named = { readonly noun: NounName; readonly record: AnyRecord }

const documents = async <R>(client: Client, table: 'project' | 'building' | 'unit', by: string, ids: readonly string[]) => {
  if (ids.length === 0) return []
  const { rows } = await client.query<{ document: unknown }>(`select document from ${table} where ${by} = any($1::uuid[])`, [ids])
  // the table of a noun holds its records
  return rows.map(({ document }) => revived(document) as R)
}
const property = (record: AnyRecord, name: string): string | undefined => {
  const value = (record as unknown as Readonly<Record<string, unknown>>)[name]
  return typeof value === 'string' ? value : undefined
}

/** Where the records are that are named after a place. */
const placesOf = async (client: Client, named: readonly Named[]): Promise<(one: Named) => Place> => {
  const placed = named.filter(({ noun }) => searched[noun]?.placed)
  const ids = (name: string) => [...new Set(placed.flatMap(({ record }) => property(record, name) ?? []))]
  const projects = new Map((await documents<Project>(client, 'project', 'id', ids('project'))).map((one) => [String(one.id), one]))
  const buildings = new Map((await documents<Building>(client, 'building', 'id', ids('building'))).map((one) => [String(one.id), one]))
  return ({ record }) => {
    const [project, building] = [projects.get(property(record, 'project') ?? ''), buildings.get(property(record, 'building') ?? '')]
    return { ...(project ? { project } : {}), ...(building ? { building } : {}) }
  }
}

/** What is named after a place that has been renamed. */
const namedAfter = async (client: Client, changed: readonly Changed[]): Promise<readonly Named[]> => {
  const renamed = (noun: NounName) =>
    changed.filter(({ stored, was }) => stored.noun === noun && was > 0).map(({ stored }) => stored.record.id)
  const [projects, buildings] = [renamed('project'), renamed('building')]
  const of = async (noun: 'building' | 'unit', by: string, ids: readonly string[]) =>
    (await documents<AnyRecord>(client, noun, by, ids)).map((record): Named => ({ noun, record }))
  return [
    ...(await of('building', 'project_id', projects)),
    ...(await of('unit', 'project_id', projects)),
    ...(await of('unit', 'building_id', buildings)),
  ]
}

const rowOf = (entry: Entry) =>
  JSON.stringify({
    id: entry.id,
    noun: entry.noun,
    project_id: entry.project ?? null,
    at: new Date(entry.at).toISOString(),
    number: entry.number ?? null,
    retired: entry.retired,
    label: entry.label,
    body: entry.body,
    pairs: [...pairsOf(entry.body), markOfNoun(entry.noun), ...(entry.project ? [markOfProject(entry.project)] : [])],
  })

// so many go with one statement
const atOnce = 1_000
export const insertEntries = async (client: Client, entries: Iterable<Entry>) => {
  const rows = [...entries].map(rowOf)
  for (let from = 0; from < rows.length; from += atOnce)
    await client.query({
      name: 'save what is searched',
      text: `insert into search_entry select * from json_populate_recordset(null::search_entry, $1::json)
             on conflict (id) do update set project_id = excluded.project_id, retired = excluded.retired, label = excluded.label, body = excluded.body, pairs = excluded.pairs`,
      values: [`[${rows.slice(from, from + atOnce).join(',')}]`],
    })
}

export const saveEntries = async (client: Client, named: readonly Named[]) => {
  const placeOf = await placesOf(client, named)
  const entries = new Map(named.flatMap((one) => entryOf(one.noun, one.record, placeOf(one)) ?? []).map((entry) => [entry.id, entry]))
  await insertEntries(client, entries.values())
}

const nowhere: Place = {}
/** Most decisions change nothing that is searched. */
const differs = ({ stored: { noun, record }, before }: Changed) => {
  if (!before) return true
  const [was, is] = [entryOf(noun, before, nowhere), entryOf(noun, record, nowhere)]
  return was?.body !== is?.body || was?.label !== is?.label || was?.retired !== is?.retired || was?.project !== is?.project
}

/** What is searched is written in the transaction of the record. X-3 */
export const saveSearched = async (client: Client, changed: readonly Changed[]) => {
  const other = changed.filter((one) => searched[one.stored.noun] && differs(one))
  if (other.length === 0) return
  await saveEntries(client, [...other.map(({ stored }) => stored), ...(await namedAfter(client, other))])
}
