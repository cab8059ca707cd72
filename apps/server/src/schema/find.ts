import { similarity } from '@lintel/domain'
import { builder } from './builder.ts'
import { complaint } from './complaint.ts'
import { idOf } from './global-id.ts'
import { delegation, department, position } from './person.ts'
import { category } from './places.ts'
import { mayRead } from './reading.ts'

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
