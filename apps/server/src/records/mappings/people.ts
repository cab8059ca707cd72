import type { CompanySettings, Delegation, Department, Person, Position } from '@lintel/domain'
import { at, or, type Mapping } from '../mapping.ts'

export const person: Mapping<Person> = {
  table: 'person',
  lockedByFacts: false,
  found: { positions: 'position_keys', onDuty: 'on_duty', email: 'email', department: 'department_id' },
  columns: (person) => ({
    name: person.name,
    email: person.email.toLowerCase(),
    phone: or(person.phone),
    position_keys: person.positions,
    all_projects: person.allProjects,
    project_ids: person.projects,
    on_duty: person.onDuty,
    category_ids: person.categories,
    language: person.language,
    department_id: or(person.department),
    superior_id: or(person.superior),
  }),
}

export const position: Mapping<Position> = {
  table: 'position',
  lockedByFacts: false,
  found: { key: 'key' },
  columns: ({ key, nameZh, nameEn, department, permissions }) => ({ key, name_zh: nameZh, name_en: nameEn, department, permissions }),
}

export const department: Mapping<Department> = {
  table: 'department',
  lockedByFacts: false,
  found: { key: 'key' },
  columns: ({ key, nameZh, nameEn, head }) => ({ key, name_zh: nameZh, name_en: nameEn, head_id: or(head) }),
}

export const delegation: Mapping<Delegation> = {
  table: 'delegation',
  lockedByFacts: false,
  found: { principal: 'principal_id', to: 'to_id' },
  columns: ({ principal, to, from, until }) => ({ principal_id: principal, to_id: to, from_at: at(from), until_at: at(until) }),
}

export const settings: Mapping<CompanySettings> = {
  table: 'settings',
  lockedByFacts: false,
  found: {},
  columns: ({ version }) => ({ rules_version: version }),
}
