// What the schema is made of; the order is that in which one needs the other.
import './scalars.ts'
import './enums.ts'
import './refusals.ts'
import './types.ts'
import './conduct.ts'
import './links.ts'
import './precedents.ts'
import './decisions.ts'
import './lists.ts'
import './tasks.ts'
import './message-choices.ts'
import './messages.ts'
import './chain-try-out.ts'
import './open-work.ts'
import './signers.ts'
import './me.ts'
import './find.ts'
import './search.ts'
import './meta.ts'
import './live.ts'
import './invite.ts'
import './import.ts'
import { builder } from './builder.ts'

/** The schema without its policy; only the guard takes it. */
export const makeSchema = () => builder.toSchema()
export const unguarded = makeSchema()
