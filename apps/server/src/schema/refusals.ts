import { reasons, type DetailKind, type Moment, type Money, type Reason, type Refusal } from '@lintel/domain'
import { peopleIn, say } from '../words/say.ts'
import { builder } from './builder.ts'
import type { Context } from './context.ts'
import { enumOf } from './enums.ts'

/** A refusal with its sentence, in the language of the request. */
export type Said = { readonly refusal: Refusal; readonly message: string }
export const isSaid = (value: unknown): value is Said =>
  typeof value === 'object' && value !== null && 'refusal' in value && 'message' in value

export const said = async (refusal: Refusal, { language, loaders, prisma }: Context): Promise<Said> => {
  const ids = peopleIn(refusal)
  const people = await Promise.all(ids.map((id) => loaders.people.load(id)))
  const names = new Map(people.flatMap((person) => (person ? [[person.id, person.name] as const] : [])))
  // a position is called what the administrator called it
  if (refusal.refused === 'ChainProblem')
    for (const { key, nameZh, nameEn } of await prisma.position.findMany({ where: { key: refusal.with.about } }))
      names.set(key, language === 'zh' ? nameZh : nameEn)
  return { refusal, message: say(refusal, language, names) }
}

const detail = (name: string) => (from: Said) => (from.refusal.with as Readonly<Record<string, unknown>>)[name]

/** Every "no" has its reason as a type, and its sentence: what happened and what to do. */
export const refusalInterface = builder.interfaceRef<Said>('Refusal').implement({
  fields: (t) => ({
    code: t.field({ type: enumOf('RefusalCode'), resolve: ({ refusal }) => refusal.refused }),
    message: t.string({ resolve: ({ message }) => message }),
  }),
})

/** A name of its own where the reason's word is a type of something else. */
export const refusalType = (reason: Reason) => reason

const kindsOf = (reason: Reason): Readonly<Record<string, keyof DetailKind>> => reasons[reason]
export const refusalRefs = new Map(
  (Object.keys(reasons) as Reason[]).map((reason) => {
    const type = builder.objectRef<Said>(refusalType(reason))
    builder.objectType(type, {
      interfaces: [refusalInterface],
      isTypeOf: (value) => isSaid(value) && value.refusal.refused === reason,
      fields: (t) => ({
        ...Object.fromEntries(
          Object.entries(kindsOf(reason)).map(([name, kind]) => {
            const read = detail(name)
            switch (kind) {
              case 'money':
                return [name, t.field({ type: 'Money', nullable: true, resolve: (from) => read(from) as Money | undefined })]
              case 'moment':
                return [
                  name,
                  t.field({
                    type: 'DateTime',
                    nullable: true,
                    resolve: (from) => (read(from) === undefined ? null : new Date(read(from) as Moment)),
                  }),
                ]
              case 'count':
                return [name, t.int({ nullable: true, resolve: (from) => read(from) as number | undefined })]
              case 'person':
              case 'text':
                return [
                  name,
                  t.string({
                    nullable: true,
                    resolve: async (from, _, { loaders }) =>
                      kind === 'text' ? String(read(from) ?? '') : ((await loaders.people.load(String(read(from))))?.name ?? null),
                  }),
                ]
            }
          }),
        ),
      }),
    })
    return [reason, type] as const
  }),
)
