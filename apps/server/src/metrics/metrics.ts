import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import client from 'prom-client'
import type { Services } from '../services.ts'

/** What is counted of this process; each process tells of itself, and of the database what it finds when it is asked. */
const registry = new client.Registry()
client.collectDefaultMetrics({ register: registry, prefix: 'lintel_' })

const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
const requests = new client.Histogram({
  name: 'lintel_http_request_seconds',
  help: 'How long requests took, by what was asked: a route, or the name of an operation.',
  labelNames: ['what', 'status'],
  buckets: seconds,
  registers: [registry],
})
const decisions = new client.Counter({
  name: 'lintel_decisions_total',
  help: 'Decisions by name and how they ended: done, or the code of the refusal.',
  labelNames: ['decision', 'outcome'],
  registers: [registry],
})
const streams = new client.Gauge({ name: 'lintel_event_streams', help: 'Event streams held open.', registers: [registry] })

/** So many names are told apart; what a caller makes up beyond them counts as one. */
const mostNames = 400
const names = new Set<string>()
const known = (name: string) => {
  if (names.has(name) || names.size < mostNames) {
    names.add(name)
    return name
  }
  return 'other'
}

export const requestTook = (what: string, status: number, ms: number) =>
  requests.observe({ what: known(what), status: String(status) }, ms / 1000)
export const decided = (decision: string, outcome: string) => decisions.inc({ decision: known(decision), outcome })
export const streamOpened = () => {
  streams.inc()
  return () => streams.dec()
}

const gauge = (name: string, help: string, labelNames: readonly string[] = []) =>
  new client.Gauge({ name: `lintel_${name}`, help, labelNames: [...labelNames], registers: [registry] })
const gauges = {
  connections: gauge('database_connections', 'Connections for decisions: all, idle, and callers that wait for one.', ['state']),
  jobs: gauge('jobs', 'Jobs by kind and state.', ['job', 'state']),
  deliveries: gauge('deliveries', 'Messages on their way, by way and state.', ['way', 'state']),
  late: gauge('tasks_late', 'Tasks that are past their due time, counted up to 10,000.'),
}

/** What stands in the database, asked for when the figures are. */
const look = async ({ database: { pool } }: Pick<Services, 'database'>) => {
  gauges.connections.set({ state: 'all' }, pool.totalCount)
  gauges.connections.set({ state: 'idle' }, pool.idleCount)
  gauges.connections.set({ state: 'waiting' }, pool.waitingCount)
  const { rows: jobs } = await pool.query<{ job: string; state: string; n: number }>(
    `select name as job, state::text as state, count(*)::int as n from pgboss.job where state in ('created', 'retry', 'active', 'failed') group by 1, 2`,
  )
  gauges.jobs.reset()
  for (const { job, state, n } of jobs) gauges.jobs.set({ job, state }, n)
  const { rows: deliveries } = await pool.query<{ way: string; state: string; n: number }>(
    `select way, state, count(*)::int as n from delivery where state in ('waiting', 'sending', 'uncertain', 'failed') group by 1, 2`,
  )
  gauges.deliveries.reset()
  for (const { way, state, n } of deliveries) gauges.deliveries.set({ way, state }, n)
  const { rows: late } = await pool.query<{ n: number }>(
    'select count(*)::int as n from (select from task where due_at < now() and not paused limit 10000) late',
  )
  gauges.late.set(late[0]?.n ?? 0)
}

const loopback = ['127.0.0.1', '::1', '::ffff:127.0.0.1']
/** From this machine, or with the token of LINTEL_METRICS_TOKEN; behind a proxy, with the token alone. */
const mayLook = ({ headers, socket }: IncomingMessage, behindProxy: boolean) => {
  const token = process.env['LINTEL_METRICS_TOKEN']
  if (token) {
    const [given, wanted] = [headers.authorization ?? '', `Bearer ${token}`].map((text) => Buffer.from(text))
    return given !== undefined && wanted !== undefined && given.length === wanted.length && timingSafeEqual(given, wanted)
  }
  return !behindProxy && loopback.includes(socket.remoteAddress ?? '')
}

/** `/metrics`, as Prometheus reads it. */
export const serveMetrics = async (
  services: Pick<Services, 'database'>,
  request: IncomingMessage,
  response: ServerResponse,
  behindProxy: boolean,
) => {
  if (!mayLook(request, behindProxy)) return response.writeHead(404).end()
  // a database that is away is no reason to tell nothing of the process
  await look(services).catch(() => {})
  return response.writeHead(200, { 'content-type': registry.contentType, 'cache-control': 'no-store' }).end(await registry.metrics())
}
