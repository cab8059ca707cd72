import { builder } from './builder.ts'
import { enumOf } from './enums.ts'
import { recordInterface } from './record.ts'

const day = (date: Date | null) => date && date.toISOString().slice(0, 10)

/** 楼盘 */
export const project = builder.prismaObject('Project', {
  interfaces: [recordInterface],
  select: { id: true, revision: true, version: true },
  fields: (t) => ({
    name: t.exposeString('name'),
    nameEn: t.exposeString('nameEn'),
    city: t.exposeString('city'),
    code: t.exposeString('code'),
    state: t.field({ type: enumOf('ProjectState'), select: { state: true }, resolve: ({ state }) => state }),
    buildings: t.relation('buildings', { query: { take: 200, orderBy: [{ phase: 'asc' }, { name: 'asc' }] } }),
  }),
})
/** 楼栋, with its 期 */
export const building = builder.prismaObject('Building', {
  interfaces: [recordInterface],
  select: { id: true, revision: true, version: true, projectId: true },
  fields: (t) => ({
    name: t.exposeString('name'),
    phase: t.exposeString('phase'),
    deliveryDate: t.field({
      type: 'Date',
      nullable: true,
      select: { deliveryDate: true },
      resolve: ({ deliveryDate }) => day(deliveryDate),
    }),
    state: t.field({ type: enumOf('BuildingState'), select: { state: true }, resolve: ({ state }) => state }),
    project: t.relation('project'),
  }),
})
/** 房屋, with its 户型 */
export const unit = builder.prismaObject('Unit', {
  interfaces: [recordInterface],
  select: { id: true, revision: true, version: true, projectId: true },
  fields: (t) => ({
    number: t.exposeString('number'),
    floor: t.exposeInt('floor'),
    houseType: t.exposeString('houseType'),
    /** Hundredths of a square metre. */
    contractedArea: t.exposeInt('contractedArea', { nullable: true }),
    measuredArea: t.exposeInt('measuredArea', { nullable: true }),
    handedOverOn: t.field({
      type: 'Date',
      nullable: true,
      select: { handedOverOn: true },
      resolve: ({ handedOverOn }) => day(handedOverOn),
    }),
    state: t.field({ type: enumOf('UnitState'), select: { state: true }, resolve: ({ state }) => state }),
    project: t.relation('project'),
    building: t.relation('building'),
  }),
})
/** 投诉类别. C-2 */
export const category = builder.prismaObject('Category', {
  interfaces: [recordInterface],
  select: { id: true, revision: true, version: true },
  fields: (t) => ({
    nameZh: t.exposeString('nameZh'),
    nameEn: t.exposeString('nameEn'),
    level: t.exposeInt('level'),
    state: t.field({ type: enumOf('CategoryState'), select: { state: true }, resolve: ({ state }) => state }),
    parent: t.relation('parent', { nullable: true }),
  }),
})
