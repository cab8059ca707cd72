import { pino, type DestinationStream, type Logger } from 'pino'
import { plainError, withoutPersons } from './plain.ts'

export const levels = ['debug', 'info', 'warn', 'error', 'silent'] as const

/** LINTEL_LOG, or what suits the occasion: everything that is asked in production, only what goes wrong elsewhere. */
const levelOf = (from: NodeJS.ProcessEnv) =>
  levels.find((level) => level === from['LINTEL_LOG']) ?? (from['NODE_ENV'] === 'production' ? 'info' : 'warn')

/**
 * One line of JSON for each thing that is told, to standard error. No line holds a phone, an identity number, an e-mail
 * address or a token: whatever text comes in goes through `withoutPersons`, and of an error only what says where it
 * happened is kept, never the row it happened to. SEC-21
 */
export const makeLog = (to: DestinationStream = pino.destination({ dest: 2, sync: true }), from: NodeJS.ProcessEnv = process.env): Logger =>
  pino(
    {
      base: { pid: process.pid },
      level: levelOf(from),
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { error: plainError },
      hooks: {
        logMethod(args, method) {
          const cleaned = args.map((one: unknown) => (typeof one === 'string' ? withoutPersons(one) : one))
          // the arguments are those it was called with
          method.apply(this, cleaned as Parameters<typeof method>)
        },
      },
    },
    to,
  )

export const log = makeLog()
