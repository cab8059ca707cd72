import type { Language } from './language.tsx'

/** Times are shown and typed in the company's zone, wherever the browser stands. T-1 */
const zone = 'Asia/Shanghai'
const offset = '+08:00'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})
const weekdays = {
  zh: new Intl.DateTimeFormat('zh-CN', { timeZone: zone, weekday: 'short' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone: zone, weekday: 'short' }),
}

const split = (at: Date) => {
  const found: Record<string, string> = {}
  for (const { type, value } of parts.formatToParts(at)) found[type] = value
  return {
    date: `${found['year']}-${found['month']}-${found['day']}`,
    time: `${found['hour']}:${found['minute']}`,
    second: found['second'] ?? '00',
  }
}

export const dateOf = (iso: string) => split(new Date(iso)).date
export const timeOf = (iso: string) => split(new Date(iso)).time

/** 2026-11-23 (周一) 14:05 */
export const exact = (iso: string, language: Language) => {
  const at = new Date(iso)
  const { date, time, second } = split(at)
  return `${date} (${weekdays[language].format(at)}) ${time}${second === '00' ? '' : `:${second}`}`
}

/** 2026-11-23 (周一) */
export const exactDay = (iso: string, language: Language) => {
  const at = new Date(iso)
  return `${split(at).date} (${weekdays[language].format(at)})`
}

const units = {
  zh: { d: ' 天', h: ' 小时', m: ' 分', s: ' 秒', gap: ' ' },
  en: { d: ' d', h: ' h', m: ' min', s: ' s', gap: ' ' },
}

/** The two largest units that say something: 3 小时 12 分, 2 d 4 h. */
export const duration = (milliseconds: number, language: Language) => {
  const unit = units[language]
  const left = Math.abs(milliseconds)
  const d = Math.floor(left / day)
  const h = Math.floor((left % day) / hour)
  const m = Math.floor((left % hour) / minute)
  const s = Math.floor((left % minute) / 1000)
  const said =
    d >= 10
      ? [[d, unit.d]]
      : d > 0
        ? [
            [d, unit.d],
            [h, unit.h],
          ]
        : h > 0
          ? [
              [h, unit.h],
              [m, unit.m],
            ]
          : m >= 5
            ? [[m, unit.m]]
            : [
                [m, unit.m],
                [s, unit.s],
              ]
  const words = said
    .filter(([amount], n) => (n === 0 ? amount !== 0 || said.length === 1 : amount !== 0))
    .map(([amount, name]) => `${amount}${name}`)
  return words.length > 0 ? words.join(unit.gap) : `0${unit.s}`
}

/** 3 小时后 · in 3 h · 昨天 14:05 · 11-23 14:05: near times by distance, far ones by date. */
export const relative = (iso: string, now: number, language: Language) => {
  const at = Date.parse(iso)
  const away = at - now
  const far = Math.abs(away)
  if (far < minute) return language === 'zh' ? '刚刚' : 'just now'
  if (far < 8 * hour) {
    const said = far < hour ? duration(Math.floor(far / minute) * minute, language) : duration(Math.floor(far / hour) * hour, language)
    const short = language === 'zh' ? said.replace(/ 分$/u, ' 分钟') : said
    return away > 0 ? (language === 'zh' ? `${short}后` : `in ${short}`) : language === 'zh' ? `${short}前` : `${short} ago`
  }
  const { date, time } = split(new Date(at))
  const dayShift = Math.round((Date.parse(`${date}T00:00:00Z`) - Date.parse(`${split(new Date(now)).date}T00:00:00Z`)) / day)
  const near = language === 'zh' ? { '-1': '昨天', 0: '今天', 1: '明天' } : { '-1': 'yesterday', 0: 'today', 1: 'tomorrow' }
  const name = Object.entries(near).find(([shift]) => Number(shift) === dayShift)?.[1]
  if (name) return `${name} ${time}`
  return date.slice(0, 4) === split(new Date(now)).date.slice(0, 4) ? `${date.slice(5)} ${time}` : date
}

const pad = (text: string) => text.padStart(2, '0')
const today = (now: number) => split(new Date(now)).date
const shiftDay = (date: string, by: number) => new Date(Date.parse(`${date}T00:00:00Z`) + by * day).toISOString().slice(0, 10)
const real = (date: string) => {
  const at = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === date
}

const dayNames: Record<string, number> = { 前天: -2, 昨天: -1, 今天: 0, 明天: 1, 后天: 2, yesterday: -1, today: 0, tomorrow: 1 }

/** 11-23, 2026-11-23, 11月23日, 昨天, or nothing (today). */
const readDay = (text: string, now: number): string | undefined => {
  const said = text.trim().toLowerCase()
  if (said === '') return today(now)
  if (said in dayNames) return shiftDay(today(now), dayNames[said] ?? 0)
  const full = /^(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?$/u.exec(said)
  if (!full) return undefined
  const date = `${full[1] ?? today(now).slice(0, 4)}-${pad(full[2] ?? '')}-${pad(full[3] ?? '')}`
  return real(date) ? date : undefined
}

/** What a person types on the phone: 1405, 14:05, 昨天 9:30, 11-23 14:05, now. Returns an instant, or nothing when it cannot be read. */
export const readMoment = (text: string, now: number): string | undefined => {
  const said = text
    .trim()
    .replace(/：/gu, ':')
    .replace(/\s*\([^)]*\)\s*/u, ' ')
  if (/^(现在|now)$/iu.test(said)) return new Date(Math.floor(now / 1000) * 1000).toISOString()
  const split = /^(.*?)\s*(\d{1,2}):(\d{2})(?::(\d{2}))?$/u.exec(said) ?? /^(.*?)(?:^|\s)(\d{2})(\d{2})$/u.exec(said)
  if (!split) return undefined
  const date = readDay(split[1] ?? '', now)
  const [h, m, s] = [Number(split[2]), Number(split[3]), Number(split[4] ?? 0)]
  if (!date || h > 23 || m > 59 || s > 59) return undefined
  return new Date(`${date}T${pad(String(h))}:${pad(String(m))}:${pad(String(s))}${offset}`).toISOString()
}

/** A day, as 2026-11-23. */
export const readDate = (text: string, now: number) => (text.trim() === '' ? undefined : readDay(text.replace(/\s*\([^)]*\)\s*/u, ''), now))

export const startOfDay = (date: string) => new Date(`${date}T00:00:00${offset}`).toISOString()
export const endOfDay = (date: string) => new Date(`${date}T23:59:59.999${offset}`).toISOString()
