import type { Position as PositionCard } from '@lintel/domain'
import { builder } from './builder.ts'
import { enumOf } from './enums.ts'
import { maskedPhone } from './mask.ts'
import { documentOf, recordInterface } from './record.ts'

/** A member of the staff. P-1 */
export const person = builder.prismaObject('Person', {
  interfaces: [recordInterface],
  select: { id: true, revision: true, version: true },
  fields: (t) => ({
    name: t.exposeString('name'),
    positions: t.exposeStringList('positionKeys'),
    state: t.field({ type: enumOf('PersonState'), select: { state: true }, resolve: ({ state }) => state }),
    email: t.exposeString('email'),
    /** A colleague's own number is for themselves and for whoever keeps the staff. X-7 */
    phone: t.string({
      nullable: true,
      select: { phone: true },
      resolve: ({ id, phone }, _, { reader }) =>
        reader && (reader.actor.person === id || reader.may('person.keep')) ? phone : maskedPhone(phone),
    }),
    allProjects: t.exposeBoolean('allProjects'),
    onDuty: t.exposeBoolean('onDuty'),
    language: t.field({ type: enumOf('Language'), select: { language: true }, resolve: ({ language }) => language }),
  }),
})

/** 部门: its staff hold what is asked of it. B-1 */
export const department = builder.prismaObject('Department', {
  interfaces: [recordInterface],
  select: { id: true, revision: true, version: true },
  fields: (t) => ({
    key: t.exposeString('key'),
    nameZh: t.exposeString('nameZh'),
    nameEn: t.exposeString('nameEn'),
    state: t.field({ type: enumOf('DepartmentState'), select: { state: true }, resolve: ({ state }) => state }),
    head: t.relation('head', { nullable: true }),
    /** How many work there now. */
    staffCount: t.relationCount('staff', { where: { state: 'active' } }),
  }),
})
builder.prismaObjectFields(person, (t) => ({
  department: t.relation('department', { nullable: true }),
  superior: t.relation('superior', { nullable: true }),
}))

/** 岗位 and what it lets its holders do. P-1 */
export const position = builder.prismaObject('Position', {
  interfaces: [recordInterface],
  select: { id: true, revision: true, version: true },
  fields: (t) => ({
    key: t.exposeString('key'),
    nameZh: t.exposeString('nameZh'),
    nameEn: t.exposeString('nameEn'),
    department: t.exposeString('department'),
    permissions: t.exposeStringList('permissions'),
    /** Its holders sign in with a second factor. SEC-11 */
    secondFactor: t.boolean({
      select: { document: true },
      resolve: ({ document }) => documentOf<PositionCard>({ document }).secondFactor === true,
    }),
    state: t.field({ type: enumOf('PositionState'), select: { state: true }, resolve: ({ state }) => state }),
  }),
})

/** 代行职责. P-2 */
export const delegation = builder.prismaObject('Delegation', {
  interfaces: [recordInterface],
  select: { id: true, revision: true, version: true, principalId: true, toId: true },
  fields: (t) => ({
    state: t.field({ type: enumOf('DelegationState'), select: { state: true }, resolve: ({ state }) => state }),
    from: t.expose('from', { type: 'DateTime' }),
    until: t.expose('until', { type: 'DateTime' }),
    running: t.boolean({
      select: { state: true, from: true, until: true },
      resolve: ({ state, from, until }, _, { now }) => state === 'granted' && from.getTime() <= now && now < until.getTime(),
    }),
    principal: t.relation('principal'),
    to: t.relation('to'),
  }),
})
