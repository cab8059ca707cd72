import { dayOf, isWorkingDay, minutesAfter, startOf, workingMinutesAfter, type Calendar, type Moment } from '@lintel/domain'
import type { Random } from './random.ts'

/** When people of the department do things: in company hours of working days. */
export const officeTime = (calendar: Calendar, random: Random) => {
  const nextWorkingDay = (from: Moment, days: number) => {
    let day = dayOf(from)
    for (let left = days; left > 0;) if (isWorkingDay(calendar, ++day)) left--
    while (!isWorkingDay(calendar, day)) day++
    return day
  }
  return {
    /** So many company minutes later, about. */
    soon: (from: Moment, least: number, most: number): Moment =>
      (workingMinutesAfter(calendar, from, random.between(least, most)) + random.between(1, 59) * 1000) as Moment,
    /** Some time on the working day so many days later. */
    days(from: Moment, least: number, most: number): Moment {
      const day = nextWorkingDay(from, random.between(least, most))
      const minute = random.chance(0.45) ? random.between(9 * 60 + 5, 11 * 60 + 50) : random.between(14 * 60, 17 * 60 + 40)
      const at = minutesAfter(startOf(day), minute) + random.between(0, 59) * 1000
      return (at > from ? at : from + 60_000 * random.between(3, 40)) as Moment
    },
  }
}
export type OfficeTime = ReturnType<typeof officeTime>
