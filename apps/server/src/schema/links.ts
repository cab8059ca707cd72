import { builder } from './builder.ts'
import { complaint } from './complaint.ts'
import { emergencyRepair } from './emergency-repair.ts'
import { fine } from './fine.ts'
import { defect, notice } from './notice.ts'
import { customer } from './parties.ts'
import { person } from './person.ts'
import { groupAlert } from './group-alert.ts'
import { problem } from './problem.ts'
import { category, project, unit } from './places.ts'

// Where records of different nouns hang on each other; each noun's own file knows only itself.

builder.prismaObjectFields(complaint, (t) => ({
  notices: t.field({
    type: [notice],
    select: (_, __, nested) => ({ noticeLinks: { take: 100, select: { notice: nested(true) } } }),
    resolve: ({ noticeLinks }) => noticeLinks.map((link) => link.notice),
  }),
  /** C-3 */
  alert: t.field({
    type: groupAlert,
    nullable: true,
    select: (_, __, nested) => ({ alertLink: { select: { alert: nested(true) } } }),
    resolve: ({ alertLink }) => alertLink?.alert ?? null,
  }),
  /** Y-2 */
  problems: t.field({
    type: [problem],
    select: (_, __, nested) => ({ problemLinks: { take: 20, select: { problem: nested(true) } } }),
    resolve: ({ problemLinks }) => problemLinks.map((link) => link.problem),
  }),
  fines: t.field({
    type: [fine],
    select: (_, __, nested) => ({ fineLinks: { take: 100, select: { fine: nested(true) } } }),
    resolve: ({ fineLinks }) => fineLinks.map((link) => link.fine),
  }),
  repairs: t.field({
    type: [emergencyRepair],
    select: (_, __, nested) => ({ repairLinks: { take: 100, select: { repair: nested(true) } } }),
    resolve: ({ repairLinks }) => repairLinks.map((link) => link.repair),
  }),
}))
builder.prismaObjectFields(groupAlert, (t) => ({
  complaints: t.field({
    type: [complaint],
    select: (_, __, nested) => ({
      members: { take: 200, select: { complaint: nested(true) }, orderBy: { complaint: { registeredAt: 'asc' } } },
    }),
    resolve: ({ members }) => members.map((link) => link.complaint),
  }),
}))
builder.prismaObjectFields(notice, (t) => ({
  complaints: t.field({
    type: [complaint],
    select: (_, __, nested) => ({ complaints: { take: 100, select: { complaint: nested(true) } } }),
    resolve: (row) => row.complaints.map((link) => link.complaint),
  }),
}))
builder.prismaObjectFields(fine, (t) => ({
  complaints: t.field({
    type: [complaint],
    select: (_, __, nested) => ({ complaints: { take: 100, select: { complaint: nested(true) } } }),
    resolve: (row) => row.complaints.map((link) => link.complaint),
  }),
}))
builder.prismaObjectFields(emergencyRepair, (t) => ({
  complaints: t.field({
    type: [complaint],
    select: (_, __, nested) => ({ complaints: { take: 100, select: { complaint: nested(true) } } }),
    resolve: (row) => row.complaints.map((link) => link.complaint),
  }),
}))
builder.objectField(defect, 'unit', (t) =>
  t.field({
    type: unit,
    nullable: true,
    resolve: ({ defect: { unit: id } }, _, { prisma }) => (id ? prisma.unit.findUnique({ where: { id } }) : null),
  }),
)
builder.objectField(defect, 'complaint', (t) =>
  t.field({
    type: complaint,
    nullable: true,
    resolve: ({ defect: { complaint: id } }, _, { prisma }) => (id ? prisma.complaint.findUnique({ where: { id } }) : null),
  }),
)
builder.prismaObjectFields(customer, (t) => ({
  units: t.field({
    type: [unit],
    select: { unitIds: true },
    resolve: ({ unitIds }, _, { prisma }) => prisma.unit.findMany({ where: { id: { in: unitIds } }, take: 100 }),
  }),
}))
builder.prismaObjectFields(unit, (t) => ({
  customers: t.field({
    type: [customer],
    resolve: ({ id }, _, { prisma }) => prisma.customer.findMany({ where: { unitIds: { has: id } }, take: 20 }),
  }),
}))
builder.prismaObjectFields(person, (t) => ({
  projects: t.field({
    type: [project],
    select: { projectIds: true },
    resolve: ({ projectIds }, _, { prisma }) => prisma.project.findMany({ where: { id: { in: projectIds } } }),
  }),
  categories: t.field({
    type: [category],
    select: { categoryIds: true },
    resolve: ({ categoryIds }, _, { prisma }) => prisma.category.findMany({ where: { id: { in: categoryIds } } }),
  }),
}))
