import { card, type Card } from '../kernel/card.ts'
import type { Fact } from '../kernel/decision.ts'
import { count, date, optional, ref, text } from '../kernel/input.ts'
import type { Id, ProjectId } from '../kernel/values.ts'

const projectShape = { name: text(60), nameEn: text(60), city: text(60), code: text(20) }
/** 楼盘. §2 */
export type Project = Card<'project', typeof projectShape>
export const project = card('project', projectShape)

const buildingShape = { project: ref('project'), phase: text(40), name: text(40), deliveryDate: optional(date()) }
/** 楼栋, with the 期 it belongs to. §2 */
export type Building = Card<'building', typeof buildingShape>
export const building = card('building', buildingShape)

const unitShape = {
  project: ref('project'),
  building: ref('building'),
  number: text(20),
  floor: count(-9, 199),
  houseType: text(40),
  /** Hundredths of a square metre. */
  contractedArea: optional(count(0, 10_000_000)),
  measuredArea: optional(count(0, 10_000_000)),
  handedOverOn: optional(date()),
}
/** 房屋, with its 户型. §2 */
export type Unit = Card<'unit', typeof unitShape>
const home: Fact<Unit, Id<'unit'>, { readonly project: ProjectId; readonly building: Id<'building'> } | undefined> = {
  find: (id) => ({ id }),
  read: ([found]) => found && { project: found.project, building: found.building },
}
export const unit = { ...card('unit', unitShape), facts: { home } }
