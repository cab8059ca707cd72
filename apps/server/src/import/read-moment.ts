const written = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]+(\d{1,2})[:时](\d{1,2})(?:分|[:分](\d{1,2})秒?)?)?$/

/** A time as people and spreadsheets write it, on the clock of Asia/Shanghai; with a zone of its own, as that says. */
export const readMoment = (text: string): number | undefined => {
  const found = written.exec(text.trim())
  if (!found) {
    const zoned = /(?:Z|[+-]\d{2}:?\d{2})$/.test(text) ? Date.parse(text) : NaN
    return Number.isNaN(zoned) ? undefined : zoned
  }
  const [year, month, day, hour, minute, second] = found.slice(1).map((part) => Number(part ?? 0))
  const there = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day, hour, minute, second))
  // the 31st of a month that has 30 days is no day
  if (there.getUTCMonth() !== (month ?? 0) - 1 || there.getUTCDate() !== day || (hour ?? 0) > 23 || (minute ?? 0) > 59) return undefined
  return there.getTime() - 8 * 3_600_000
}
