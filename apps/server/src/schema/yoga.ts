import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Moment, PersonId } from '@lintel/domain'
import { execute, GraphQLError, NoSchemaIntrospectionCustomRule, validate, type ExecutionArgs, type GraphQLSchema } from 'graphql'
import { createYoga, type Plugin } from 'graphql-yoga'
import { addressHeader } from '../auth/auth.ts'
import { confirmationHeader } from '../auth/confirmations.ts'
import type { Services } from '../services.ts'
import { notOurs, originsOf } from '../http/ours.ts'
import { bringsOperation } from '../http/asked.ts'
import { log } from '../log/log.ts'
import { decided, streamOpened } from '../metrics/metrics.ts'
import { isDone, type Answer } from '../records/answer.ts'
import { guarded } from '../policy/guard.ts'
import { policy } from '../policy/policy.ts'
import { languageOf } from '../words/say.ts'
import type { Change, Context, Reader, Reading } from './context.ts'
import { unguarded } from './index.ts'
import { boundedDocument, parseBounded } from './limits.ts'
import { loadersFor } from './loaders.ts'
import { readerFrom } from './reader.ts'
import { problemsOf } from '../problems/desk.ts'
import { manyOf } from '../many/desk.ts'
import { exportsOf } from '../export/desk.ts'
import { importsOf } from '../import/imports.ts'
import { mailboxOf } from '../messages/mailbox.ts'
import { dashboardsOf } from '../dashboards/dashboards.ts'
import { scheduleDesk } from '../reports/schedule.ts'
import { viewsOf } from '../views/views.ts'
import { mayRead } from './reading.ts'

export type GraphqlHandler = (request: IncomingMessage, response: ServerResponse) => unknown

/** What is known of a request before it reads: who asks, in which language, from where. */
type Asking = Pick<
  Context,
  | 'reader'
  | 'language'
  | 'commit'
  | 'session'
  | 'invite'
  | 'sessions'
  | 'changes'
  | 'mailbox'
  | 'imports'
  | 'views'
  | 'dashboards'
  | 'reportSchedule'
  | 'exports'
  | 'many'
  | 'problems'
  | 'origin'
  | 'snapshot'
>

const production = () => process.env['NODE_ENV'] === 'production'
/** How long a stream goes on after its reader signed out or was sent away, at most. SEC-11 */
const lookAgain = 3_000

export const schema = guarded(unguarded, policy)

/** Every request reads in one transaction, at one time, and sees the customers of its reader's projects only. */
const readsInOneTransaction = ({ database, records, clock }: Services): Plugin => ({
  onExecute({ setExecuteFn }) {
    setExecuteFn((args: ExecutionArgs) => {
      const asking = args.contextValue as Asking
      const projects = asking.reader?.projectsOf('customer.read')
      return database.reading(projects, async (db) => {
        const prisma = db as unknown as Reading
        const readNow = async () => {
          const [row] = await prisma.$queryRawUnsafe<{ now: number }[]>(
            'select floor(extract(epoch from clock_timestamp()) * 1000)::float8 as now',
          )
          return clock.now((row?.now ?? 0) as Moment)
        }
        const company = await records.company()
        const { rules } = company
        const context: Context = {
          ...asking,
          now: await readNow(),
          readNow,
          rules,
          company,
          prisma,
          apart: (atMost, work) => database.readingAtMost(projects, atMost, (other) => work(other as unknown as Reading)),
          loaders: loadersFor(prisma, asking.reader, () => context.now, company),
          decided: new WeakSet(),
        }
        return execute({ ...args, contextValue: context })
      })
    })
  },
})

const bounded: Plugin = {
  onParse({ setParseFn }) {
    setParseFn((source: string | { readonly body: string }) => parseBounded(typeof source === 'string' ? source : source.body))
  },
  onValidate({ addValidationRule, setValidationFn }) {
    addValidationRule(boundedDocument)
    if (!production()) return
    addValidationRule(NoSchemaIntrospectionCustomRule)
    // what is not there is not hinted at either. SEC-9
    setValidationFn((of, document, rules, options) => validate(of, document, rules, { ...options, hideSuggestions: true }))
  },
}

/** Only JSON with our header is executed; what a form on another site can send is not. SEC-10 */
const onlyOurs = (request: IncomingMessage, response: ServerResponse, origins: readonly string[]): boolean => {
  const { 'content-type': type } = request.headers
  const refuse = (status: number, message: string) => {
    response
      .writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
      .end(JSON.stringify({ errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] }))
    return false
  }
  const elsewhere = notOurs(request, origins)
  if (elsewhere) return refuse(403, elsewhere)
  if (request.method === 'POST' && !/^application\/(graphql\+)?json\b/i.test(type ?? '')) return refuse(415, 'Send application/json.')
  return true
}

async function* readableChanges(services: Services, person: PersonId, session: string, signal: AbortSignal): AsyncGenerator<Change> {
  const { bus, records, database, clock } = services
  const ended = new AbortController()
  const stop = AbortSignal.any([signal, ended.signal])
  const reader = async (): Promise<Reader | undefined> => readerFrom(await records.company(), person)
  const closed = streamOpened()
  const look = setInterval(() => {
    void (async () => {
      const open = await database.prisma.session.findFirst({ where: { id: session, expiresAt: { gt: new Date() } }, select: { id: true } })
      if (!open || !(await reader())) ended.abort()
    })().catch(() => ended.abort())
  }, lookAgain)
  try {
    for await (const told of bus.told(stop)) {
      const now = await reader()
      if (!now) return
      if ('to' in told) {
        if (told.to.includes(person)) yield { noun: 'person', id: person, revision: 0 }
        continue
      }
      // too many at once are told as "look at everything of this noun"
      const changes: readonly Change[] = 'many' in told ? told.many.map((noun) => ({ noun, id: nobody, revision: 0 })) : told.changes
      const context = {
        reader: now,
        loaders: loadersFor(database.prisma as unknown as Reading, now, () => clock.now(Date.now() as Moment), await records.company()),
      }
      for (const change of changes)
        if (
          change.id === nobody
            ? now.may(`${change.noun}.read`)
            : await mayRead(change.noun, { id: change.id, projectId: change.project ?? null }, context)
        )
          yield change
    }
  } finally {
    clearInterval(look)
    closed()
  }
}
const nobody = '00000000-0000-0000-0000-000000000000'

/** Which operation a request brings, for the log and the figures. */
const named: Plugin = {
  onExecute({ args }) {
    const { contextValue, document, operationName } = args as ExecutionArgs
    const { req } = contextValue as { readonly req?: IncomingMessage }
    const operation = document.definitions.find((one) => one.kind === 'OperationDefinition')
    if (req)
      bringsOperation(req, operationName ?? (operation?.kind === 'OperationDefinition' ? operation.name?.value : undefined) ?? 'unnamed')
  },
}
const counted = async (does: string, answer: Promise<Answer>): Promise<Answer> => {
  const ended = await answer
  decided(does, isDone(ended) ? 'done' : ended.refused)
  return ended
}

/** Answers `/graphql`. */
export const makeYoga = (services: Services, answering: GraphQLSchema = schema): GraphqlHandler => {
  const { auth, records, baseUrl } = services
  const origins = originsOf(baseUrl)
  const yoga = createYoga<{ req: IncomingMessage; res: ServerResponse }, Asking>({
    schema: answering as never,
    graphqlEndpoint: '/graphql',
    graphiql: false,
    landingPage: false,
    multipart: false,
    batching: false,
    // what goes wrong is told where it is masked
    logging: false,
    plugins: [bounded, named, readsInOneTransaction(services)],
    maskedErrors: {
      maskError: (error) => {
        const original = error instanceof GraphQLError ? error.originalError : error
        if (error instanceof GraphQLError && !(original instanceof Error && !(original instanceof GraphQLError))) return error
        log.error({ error: original }, 'A field failed')
        return new GraphQLError('Something went wrong. Try again in a moment.', { extensions: { code: 'INTERNAL_SERVER_ERROR' } })
      },
    },
    context: async ({ request }): Promise<Asking> => {
      const signedIn = await auth.signedIn(request.headers)
      const reader = signedIn && readerFrom(await records.company(), signedIn.person)
      const agent = request.headers.get('user-agent')?.slice(0, 200)
      const address = request.headers.get(addressHeader)
      const origin = { ...(address ? { address } : {}), ...(agent ? { agent } : {}) }
      return {
        reader,
        origin,
        snapshot: (atMost, work) => services.database.snapshot(atMost, request.signal, work),
        language: languageOf(request.headers.get('accept-language')),
        async commit(command) {
          if (!signedIn) throw new GraphQLError('Sign in first.', { extensions: { code: 'UNAUTHENTICATED' } })
          const confirmedAt = await auth.confirmations.givenAt(signedIn.session, request.headers.get(confirmationHeader))
          const asked = { ...command, origin, ...(confirmedAt === undefined ? {} : { confirmedAt }) }
          return counted(command.does, records.commit(signedIn.person, asked))
        },
        session: signedIn?.session,
        sessions: auth.sessions,
        invite: (person) => auth.invite(person, signedIn?.person),
        views: () => (reader ? viewsOf(services, reader) : undefined),
        dashboards: () => (reader ? dashboardsOf(services, reader) : undefined),
        reportSchedule: () => (reader ? scheduleDesk(services, reader) : undefined),
        imports: () => (reader ? importsOf(services, reader) : undefined),
        many: () => (reader ? manyOf(services.database.pool, reader.actor.person) : undefined),
        problems: () => (reader?.may('problem.work') ? problemsOf(services.database.pool, reader.actor.person) : undefined),
        exports: () => (reader ? exportsOf(services.database.pool, reader.actor.person) : undefined),
        mailbox: () => (signedIn ? mailboxOf(services, signedIn.person) : undefined),
        changes: () => (signedIn && reader ? readableChanges(services, signedIn.person, signedIn.session, request.signal) : noChanges()),
      }
    },
  })
  return (request, response) => (onlyOurs(request, response, origins) ? yoga(request, response) : undefined)
}
async function* noChanges(): AsyncGenerator<Change> {}
