import { GraphQLError } from 'graphql'
import { builder } from './builder.ts'
import { idOf } from './global-id.ts'

const invitation = builder.objectRef<{ readonly link: string }>('Invitation').implement({
  description: 'A link with which a person sets a password, once, within three days.',
  fields: (t) => ({ link: t.exposeString('link') }),
})

/** It changes no record: the account is not the person, and the password is nobody's but theirs. */
builder.mutationField('personInvite', (t) =>
  t.field({
    type: invitation,
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_, { id }, { reader, prisma, invite }) => {
      const plain = reader?.may('person.keep') ? idOf('person', String(id)) : undefined
      const person = plain
        ? await prisma.person.findUnique({ where: { id: plain }, select: { id: true, name: true, email: true, state: true } })
        : null
      if (!person || person.state !== 'active') throw new GraphQLError('Not found.', { extensions: { code: 'FORBIDDEN' } })
      return { link: await invite(person) }
    },
  }),
)
