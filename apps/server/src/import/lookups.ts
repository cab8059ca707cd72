import type { ProjectId } from '@lintel/domain'
import type { Bulk } from '../records/bulk.ts'
import type { AnyRecord } from '../records/nouns.ts'
import type { Deciding } from '../records/play.ts'
import type { Found, Said } from './kinds/kind.ts'

type Named = AnyRecord & Said
/** The id of what a line names, or why it cannot be told. */
export type Lookup = { readonly id: string } | 'notFound' | 'ambiguous'
export type Lookups = {
  /** What a line calls it, where the line has said before what it stands in. */
  find(of: Found, called: string, said: Said): Lookup
  /** Reads what these lines will look for in one go each. */
  ahead(of: 'unit' | 'customer', named: readonly { readonly called: string; readonly said: Said }[]): Promise<void>
  /** A building that a line brought with it. */
  added(building: string): void
}

const plain = (name: unknown) => (typeof name === 'string' ? name.toLowerCase().replaceAll(/\s+/g, '') : '')
const byNames = (records: Iterable<Named>, names: (record: Named) => readonly string[]) => {
  const found = new Map<string, Named[]>()
  for (const record of records)
    for (const name of new Set(names(record).filter((one) => one !== ''))) {
      const same = found.get(name)
      if (same) same.push(record)
      else found.set(name, [record])
    }
  return found
}
const only = (found: readonly Named[] | undefined): Lookup =>
  !found?.[0] ? 'notFound' : found.length > 1 ? 'ambiguous' : { id: found[0].id }
const underOne = (name: string) => [name, name.replace(/(栋|幢|号楼|#|座)$/, '')]

/** Finds records by what files call them: among those of the projects of whoever imports, so that nothing of others' is told. SEC-4 */
export const lookupsFor = async (bulk: Bulk, { actor, may }: Deciding): Promise<Lookups> => {
  const mine = (project: unknown) => actor.projects === 'all' || actor.projects.includes(project as ProjectId)
  const active = (record: Named) => record.state === 'active'
  const all = async (noun: Found) => ((await bulk.find(noun, {})) as readonly Named[]).filter(active)
  const projects = (await all('project')).filter(({ id }) => mine(id))
  const categories = await all('category')
  const nameOf = new Map(categories.map((each) => [each.id, [plain(each['nameZh']), plain(each['nameEn'])] as const]))
  const dictionaries = {
    project: byNames(projects, ({ name, nameEn, code }) => [plain(name), plain(nameEn), plain(code)]),
    category: byNames(categories, ({ id, above }) => {
      const path = [...(above as readonly string[]), id].map((each) => nameOf.get(each) ?? ['', ''])
      // 质量/渗漏 where 渗漏 alone stands in several places
      return [0, 1].flatMap((n) => [path.at(-1)?.[n as 0] ?? '', path.map((names) => names[n as 0]).join('/')])
    }),
    contractor: byNames(await all('contractor'), ({ name }) => [plain(name)]),
    person: byNames(await all('person'), ({ name, email }) => [plain(name), plain(email)]),
  }
  const inBuilding = new Map<string, Named[]>()
  const addBuilding = (building: Named) => {
    for (const name of new Set(underOne(plain(building['name'])))) {
      const of = `${String(building['project'])}\n${name}`
      inBuilding.set(of, [...(inBuilding.get(of) ?? []), building])
    }
  }
  for (const building of await all('building')) if (mine(building['project'])) addBuilding(building)
  let [units, customers]: [Map<string, Named[]>, Map<string, Named[]>] = [new Map(), new Map()]
  const customerNames = ({ phone, otherPhone, identityNumber }: Named) => [phone, otherPhone, identityNumber].map(plain)

  return {
    find(of, called, said) {
      switch (of) {
        case 'building': {
          const here = underOne(plain(called)).map((name) => inBuilding.get(`${String(said['project'])}\n${name}`) ?? [])
          const named = here.find((found) => found.length > 0) ?? []
          const phase = plain(said['phase'])
          return only(phase === '' ? named : named.filter((each) => plain(each['phase']) === phase))
        }
        case 'unit':
          return only(units.get(`${String(said['building'])}\n${plain(called)}`))
        case 'customer':
          return only(customers.get(plain(called)))
        default:
          return only(dictionaries[of].get(plain(called)))
      }
    },
    async ahead(of, named) {
      if (of === 'unit') {
        const buildings = [...new Set(named.flatMap(({ said }) => (typeof said['building'] === 'string' ? [said['building']] : [])))]
        const numbers = [...new Set(named.flatMap(({ called }) => [called, called.toUpperCase()]))]
        const found = buildings.length ? ((await bulk.find('unit', { building: buildings, number: numbers })) as readonly Named[]) : []
        units = byNames(found.filter(active), ({ building, number }) => [`${String(building)}\n${plain(number)}`])
        return
      }
      const called = [...new Set(named.map((one) => one.called.replaceAll(/\s+/g, '')))]
      const found = new Map<string, Named>()
      for (const property of ['phone', 'otherPhone', 'identityNumber'])
        for (const one of called.length ? ((await bulk.find('customer', { [property]: called })) as readonly Named[]) : [])
          found.set(one.id, one)
      const visible = [...found.values()].filter((one) => {
        const places = one['projects'] as readonly ProjectId[]
        return active(one) && (places.length ? places : [undefined]).some((place) => may('customer.read', place))
      })
      customers = byNames(visible, customerNames)
    },
    added(building) {
      const record = bulk.record(building)
      if (record) addBuilding(record as Named)
    },
  }
}
