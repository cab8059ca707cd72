import { builder } from './builder.ts'
import type { Change } from './context.ts'
import { enumOf } from './enums.ts'
import { globalId } from './global-id.ts'
import { typeOf } from './names.ts'

const change = builder.objectRef<Change>('Change').implement({
  description: 'A record the reader may read has changed; whoever shows it reads it again.',
  fields: (t) => ({
    noun: t.field({ type: enumOf('NounName'), resolve: ({ noun }) => noun }),
    id: t.id({ resolve: ({ noun, id }) => globalId(typeOf(noun), id) }),
    revision: t.exposeInt('revision'),
  }),
})

builder.subscriptionField('changes', (t) =>
  t.field({
    type: change,
    subscribe: (_, __, context) => context.changes(),
    resolve: (one) => one,
  }),
)
