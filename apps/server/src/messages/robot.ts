import { createHmac } from 'node:crypto'
import type { Robot } from './choices.ts'
import { errorText, type Letter, type Sent } from './post.ts'

/** Hosts a robot may live on: those of WeCom and DingTalk, and what the company adds. Nothing else is ever asked. */
export const robotHosts = (added = process.env['LINTEL_ROBOT_HOSTS'] ?? ''): readonly string[] => [
  'qyapi.weixin.qq.com',
  'oapi.dingtalk.com',
  ...added.split(',').flatMap((host) => host.trim() || []),
]
/** Plain http is for a robot of one's own, named with its port. */
export const isRobotAddress = (written: string, hosts: readonly string[] = robotHosts()): boolean => {
  const url = URL.canParse(written) ? new URL(written) : undefined
  return (
    url !== undefined &&
    url.username === '' &&
    url.password === '' &&
    hosts.includes(url.host) &&
    (url.protocol === 'https:' || (url.protocol === 'http:' && url.port !== ''))
  )
}

// in Markdown these would be more than what they are
const plain = (text: string) => text.replace(/[\\`*_{}[\]()#+!<>|~]/g, '\\$&').replace(/[\r\n]+/g, ' ')
const markdown = ({ subject, lines, footer }: Letter) =>
  [
    `### ${plain(subject)}`,
    ...lines.map(({ text, link }) => (link ? `- [${plain(text)}](${link})` : `- ${plain(text)}`)),
    '',
    `[${plain(footer.text)}](${footer.link})`,
  ].join('\n')

/** WeCom takes 4,096 bytes of markdown, DingTalk 20,000: what does not fit is in the app. */
const fitting = (letter: Letter, bytes: number): string => {
  for (let count = letter.lines.length; ; count--) {
    const text = markdown({ ...letter, lines: letter.lines.slice(0, count) })
    if (count === 0 || Buffer.byteLength(text) <= bytes) return text
  }
}

const bodyFor = ({ format }: Robot, letter: Letter) =>
  format === 'wecom'
    ? { msgtype: 'markdown', markdown: { content: fitting(letter, 4_000) } }
    : { msgtype: 'markdown', markdown: { title: letter.subject, text: fitting(letter, 18_000) } }

/** DingTalk's signature: the time and its HMAC in the address. */
const addressOf = ({ format, address, secret }: Robot, now: number) => {
  if (format !== 'dingtalk' || !secret) return address
  const url = new URL(address)
  url.searchParams.set('timestamp', String(now))
  url.searchParams.set('sign', createHmac('sha256', secret).update(`${now}\n${secret}`).digest('base64'))
  return url.toString()
}

const patience = 10_000
const notReached = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT']

/** Says a letter by a robot. The address was checked when it was chosen; it is checked again, for the list may have changed. */
export const sayByRobot = async (robot: Robot, letter: Letter, now: number): Promise<Sent> => {
  if (!isRobotAddress(robot.address)) return { was: 'refused', error: 'The address is not a robot of an allowed host.' }
  try {
    const answer = await fetch(addressOf(robot, now), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(bodyFor(robot, letter)),
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    })
    const { errcode, errmsg } = (await answer.json().catch(() => ({}))) as { errcode?: number; errmsg?: string }
    if (answer.ok && errcode === 0) return { was: 'sent' }
    // too many at once (WeCom 45009, DingTalk 130101 and 410100) passes; anything else they say is a no
    const passes = answer.status === 429 || [45009, 130101, 410100, -1].includes(errcode ?? 0)
    return {
      was: passes ? 'unreachable' : 'refused',
      error: errcode === undefined ? `HTTP ${answer.status}` : `${errcode} ${errmsg ?? ''}`,
    }
  } catch (error) {
    const { code } = (error instanceof Error ? (error.cause ?? error) : {}) as { code?: string }
    return { was: notReached.includes(code ?? '') ? 'unreachable' : 'unsure', error: errorText(error) }
  }
}
