import type { Building, Category, Project, Unit } from '@lintel/domain'
import { or, type Mapping } from '../mapping.ts'

export const project: Mapping<Project> = {
  table: 'project',
  lockedByFacts: false,
  found: { code: 'code' },
  columns: ({ name, nameEn, city, code }) => ({ name, name_en: nameEn, city, code }),
}

export const building: Mapping<Building> = {
  table: 'building',
  lockedByFacts: false,
  found: {},
  columns: ({ project, phase, name, deliveryDate }) => ({ project_id: project, phase, name, delivery_date: or(deliveryDate) }),
}

export const unit: Mapping<Unit> = {
  table: 'unit',
  lockedByFacts: false,
  found: { building: 'building_id' },
  columns: (unit) => ({
    project_id: unit.project,
    building_id: unit.building,
    number: unit.number,
    floor: unit.floor,
    house_type: unit.houseType,
    contracted_area: or(unit.contractedArea),
    measured_area: or(unit.measuredArea),
    handed_over_on: or(unit.handedOverOn),
  }),
}

export const category: Mapping<Category> = {
  table: 'category',
  lockedByFacts: false,
  found: { above: 'above_ids' },
  columns: ({ nameZh, nameEn, above }) => ({
    name_zh: nameZh,
    name_en: nameEn,
    above_ids: above,
    parent_id: or(above.at(-1)),
    level: above.length + 1,
  }),
}
