// nobody types it, so that a unit is found by its numbers only where a unit's name was meant
const dash = '\uE000'
const withDashes = (form: string) => form.replaceAll('-', dash)

/** What stands between the parts of a unit's name, as people write it: 3栋2单元1501室, 3#2-1501, 3号楼 1501. */
const between = /\s*(?:栋|幢|座|号楼|楼|#|单元|门|室|户|号|-|—|–|\/)\s*/gu

const parts = (form: string) => form.replaceAll(between, '-').replaceAll(/-+/gu, '-')

/** The building's own mark: 3栋 is 3, A座 is a. */
const mark = (building: string) => /([a-z]?\d+|[a-z])(?=栋|幢|座|号楼|楼|#|$)/u.exec(building)?.[1]

/**
 * How a unit is written in numbers alone, `3-2-1501` between dashes for 2单元1501 of 3栋. A number that names the building again is
 * taken both ways.
 */
export const unitForms = (building: string, number: string): readonly string[] => {
  const [of, own] = [mark(building), parts(number).replaceAll(/^-|-$/gu, '')]
  if (of === undefined) return [withDashes(`-${own}-`)]
  return [...new Set([own.startsWith(`${of}-`) ? `-${own}-` : `-${of}-${own}-`, `-${of}-${own}-`])].map(withDashes)
}

/** What was asked for, read as a unit's name: the words before it, and the beginning of its numbers. */
export const askedUnit = (form: string): readonly string[] | undefined => {
  const found = /^(.*?)((?:[a-z]?\d{1,4}|[a-z])(?:-\d{1,5})+)-?$/u.exec(parts(form.trim()))
  if (!found) return undefined
  const [, before = '', numbers = ''] = found
  return [...before.split(/[\s-]+/u).filter((word) => word !== ''), withDashes(`-${numbers}`)]
}
