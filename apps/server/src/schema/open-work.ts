import { openWorkFacts, type Id, type NounName, type PersonId } from '@lintel/domain'
import { mappings } from '../records/mappings.ts'
import { factOf } from '../records/nouns.ts'
import { conditionOf, storedColumns, storedFrom, type StoredRow } from '../records/source.ts'
import type { AnyRecord } from '../records/nouns.ts'
import { builder } from './builder.ts'
import type { Context } from './context.ts'
import { enumOf } from './enums.ts'
import { globalId } from './global-id.ts'
import { typeOf } from './names.ts'
import { person } from './person.ts'
import { permitted } from './reading.ts'

const atMost = 500

type Work = {
  readonly noun: NounName
  readonly id: string
  readonly number: string | undefined
  readonly title: string | undefined
  readonly seat?: string
}
const work = builder.objectRef<Work>('OpenWork').implement({
  description: 'Work of somebody that is not finished: to be handed over when they leave. P-5',
  fields: (t) => ({
    noun: t.field({ type: enumOf('NounName'), resolve: ({ noun }) => noun }),
    recordId: t.id({ resolve: ({ noun, id }) => globalId(typeOf(noun), id) }),
    number: t.string({ nullable: true, resolve: ({ number }) => number ?? null }),
    /** For whoever may read the record. */
    title: t.string({ nullable: true, resolve: ({ title }) => title ?? null }),
    /** Of an approval: the seat that is theirs by name. */
    seat: t.string({ nullable: true, resolve: ({ seat }) => seat ?? null }),
  }),
})

const titleOf = (record: AnyRecord): string | undefined => {
  const { title, facts: said, reason } = record as unknown as Readonly<Record<'title' | 'facts' | 'reason', unknown>>
  return [title, said, reason].find((one) => typeof one === 'string')
}
const inCharge = async (id: PersonId, context: Context): Promise<readonly Work[]> => {
  const found: Work[] = []
  for (const one of openWorkFacts) {
    const { name, fact } = factOf(one)
    const { text, values } = conditionOf(mappings[name], fact.find(id))
    const rows = await context.prisma.$queryRawUnsafe<StoredRow[]>(
      `select ${storedColumns} from "${mappings[name].table}" where ${text} order by id limit ${atMost}`,
      ...values,
    )
    const records = rows.map((row) => storedFrom(name, row).record)
    const theirs = fact.read(records, { now: context.now, rules: context.rules, key: id }) as readonly string[]
    for (const record of records)
      if (theirs.includes(record.id))
        found.push({
          noun: name,
          id: record.id,
          number: record.number,
          title: permitted(name, { id: record.id, projectId: record.project ?? null }, context) ? titleOf(record) : undefined,
        })
  }
  return found
}
const seats = async (id: PersonId, { prisma }: Context): Promise<readonly Work[]> => {
  const rows = await prisma.$queryRawUnsafe<{ id: string; part: string; number: string | null }[]>(
    `select record_id::text as id, part, about ->> 'number' as number from task
     where holder_person = $1::uuid and noun = 'approval' and does = 'approval.approve' and not for_superior order by record_id limit ${atMost}`,
    id,
  )
  return rows.map(({ id: approval, part, number }) => ({
    noun: 'approval',
    id: approval,
    number: number ?? undefined,
    title: undefined,
    seat: part,
  }))
}

builder.prismaObjectField(person, 'openWork', (t) =>
  t.field({
    type: [work],
    description: 'For whoever may hand it over.',
    resolve: async ({ id }, _, context) =>
      context.reader?.may('person.handOver')
        ? [...(await inCharge(id as Id<'person'>, context)), ...(await seats(id as Id<'person'>, context))]
        : [],
  }),
)
