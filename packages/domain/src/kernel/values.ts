/** Plain values every noun speaks with. Nothing here knows a noun. */
declare const brand: unique symbol

/** An id of one kind of record; a UUID in text form. */
export type Id<Of extends string> = string & { readonly [brand]: Of }
export type PersonId = Id<'person'>
export type ProjectId = Id<'project'>
export type DepartmentId = Id<'department'>

/** A point in time: milliseconds since 1970-01-01T00:00Z. Days and hours are read in Asia/Shanghai (T-1). */
export type Moment = number & { readonly [brand]: 'moment' }
export const minutesAfter = (from: Moment, minutes: number) => (from + minutes * 60_000) as Moment
export const hoursAfter = (from: Moment, hours: number) => minutesAfter(from, hours * 60)
/** Calendar days, where a rule says "days" and not "working days". T-1 */
export const daysAfter = (from: Moment, days: number) => hoursAfter(from, days * 24)

export const earliest = (...moments: readonly (Moment | undefined)[]): Moment | undefined =>
  moments.filter((at) => at !== undefined).toSorted((a, b) => a - b)[0]
export const latest = (...moments: readonly (Moment | undefined)[]): Moment | undefined =>
  moments.filter((at) => at !== undefined).toSorted((a, b) => b - a)[0]
