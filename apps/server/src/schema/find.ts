import { similarity } from '@lintel/domain'
import { builder } from './builder.ts'
import { complaint } from './complaint.ts'
import { idOf } from './global-id.ts'
import { customer } from './parties.ts'
import { delegation, department, position } from './person.ts'
import { category, unit } from './places.ts'
import { mayRead } from './reading.ts'

// What the person on the phone looks for while the customer speaks.

builder.queryField('findUnits', (t) =>
  t.field({
    type: [unit],
    description: 'Units by any fragments of project, phase, building and number, such as "锦绣 3 1202".',
    args: { text: t.arg.string({ required: true }), project: t.arg.id() },
    resolve: async (_, { text, project }, { prisma, reader }) => {
      const fragments = text
        .slice(0, 60)
        .split(/[\s,，-]+/)
        .filter((fragment) => fragment !== '')
        .slice(0, 6)
      const projects = reader?.projectsOf('unit.read')
      if (fragments.length === 0 || !projects) return []
      const id = project ? idOf('project', String(project)) : undefined
      const rows = await prisma.$queryRawUnsafe<{ id: string }[]>(
        `select u.id::text as id from unit u join building b on b.id = u.building_id join project p on p.id = u.project_id
         where u.state = 'active' and ($1::uuid[] is null or u.project_id = any($1::uuid[])) and ($2::uuid is null or u.project_id = $2::uuid)
           and (select bool_and(strpos(lower(p.name || ' ' || p.name_en || ' ' || b.phase || ' ' || b.name || ' ' || u.number), lower(f)) > 0) from unnest($3::text[]) f)
         order by (u.number = any($3::text[])) desc, length(u.number), p.name, b.name, u.number limit 20`,
        projects === 'all' ? null : projects,
        id ?? null,
        fragments,
      )
      const found = await prisma.unit.findMany({ where: { id: { in: rows.map((row) => row.id) } } })
      const byId = new Map(found.map((row) => [row.id, row]))
      return rows.flatMap((row) => byId.get(row.id) ?? [])
    },
  }),
)

builder.queryField('findCustomers', (t) =>
  t.field({
    type: [customer],
    description: 'Customers by a phone ending of three digits or more, by name, or by the unit they own.',
    args: { text: t.arg.string(), unit: t.arg.id() },
    resolve: async (_, { text, unit: of }, { prisma, reader }) => {
      // SEC-5: what may not be read may not be searched by
      if (!reader?.may('customer.personal')) return []
      const id = of ? idOf('unit', String(of)) : undefined
      if (id) return prisma.customer.findMany({ where: { unitIds: { has: id }, state: 'active' }, take: 20 })
      const wanted = (text ?? '').trim().slice(0, 60)
      const digits = wanted.replaceAll(/\D/g, '')
      if (digits.length >= 3 && digits.length === wanted.length)
        return prisma.customer.findMany({
          where: { state: 'active', endings: { some: { reversed: { startsWith: [...digits].toReversed().join('') } } } },
          take: 20,
        })
      return wanted.length >= 1
        ? prisma.customer.findMany({ where: { state: 'active', name: { contains: wanted } }, orderBy: { name: 'asc' }, take: 20 })
        : []
    },
  }),
)

builder.queryField('likelyDuplicates', (t) =>
  t.field({
    type: [complaint],
    description: 'Cases of the same unit, or of the same building with a similar text, in the last 90 days. C-6',
    args: { unit: t.arg.id(), building: t.arg.id(), text: t.arg.string({ required: true }) },
    resolve: async (_, args, context) => {
      const { prisma, now } = context
      const unitId = args.unit ? idOf('unit', String(args.unit)) : undefined
      const home = unitId ? await prisma.unit.findUnique({ where: { id: unitId }, select: { buildingId: true } }) : null
      const buildingId = home?.buildingId ?? (args.building ? idOf('building', String(args.building)) : undefined)
      if (!buildingId) return []
      const since = new Date(now - 90 * 86_400_000)
      const recent = await prisma.complaint.findMany({
        where: { buildingId, registeredAt: { gte: since }, state: { notIn: ['rejected', 'merged'] } },
        orderBy: { registeredAt: 'desc' },
        take: 300,
        omit: { document: true },
      })
      const text = args.text.slice(0, 2000)
      const near = recent
        .map((row) => ({ row, same: row.unitId !== null && row.unitId === unitId, like: similarity(text, `${row.title} ${row.wording}`) }))
        .filter(({ same, like }) => same || like >= 0.3)
        .toSorted((a, b) => Number(b.same) - Number(a.same) || b.like - a.like)
        .slice(0, 8)
      const readable = await Promise.all(near.map(({ row }) => mayRead('complaint', row, context)))
      return near.filter((_one, n) => readable[n]).map(({ row }) => row)
    },
  }),
)

/** The whole tree: a few hundred at most, kept by the administrator. C-2 */
builder.queryField('categories', (t) =>
  t.field({
    type: [category],
    resolve: (_, __, { prisma }) => prisma.category.findMany({ orderBy: [{ level: 'asc' }, { nameZh: 'asc' }], take: 1000 }),
  }),
)
builder.queryField('positions', (t) =>
  t.field({ type: [position], resolve: (_, __, { prisma }) => prisma.position.findMany({ orderBy: { key: 'asc' }, take: 200 }) }),
)
builder.queryField('departments', (t) =>
  t.field({ type: [department], resolve: (_, __, { prisma }) => prisma.department.findMany({ orderBy: { nameZh: 'asc' }, take: 200 }) }),
)
builder.queryField('delegations', (t) =>
  t.field({
    type: [delegation],
    resolve: (_, __, { prisma }) => prisma.delegation.findMany({ orderBy: [{ from: 'desc' }, { id: 'asc' }], take: 200 }),
  }),
)
