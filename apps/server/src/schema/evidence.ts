import { evidenceKinds, type Evidence, type EvidenceKind, type KeptFile, type Rules } from '@lintel/domain'
import { largest, types } from '../files/types.ts'
import { builder } from './builder.ts'
import { enumOf } from './enums.ts'
import { person } from './person.ts'

/** A file that proves something. Its bytes come from `/files/<id>/thumbnail`, `picture`, `film` or `original`. X-8, F-13 */
const fileType = builder.objectRef<KeptFile>('EvidenceFile').implement({
  fields: (t) => ({
    id: t.id({ resolve: ({ id }) => id }),
    /** SHA-256 of its bytes, in hexadecimal. */
    hash: t.exposeString('hash'),
    kind: t.field({ type: enumOf('EvidenceKind'), resolve: ({ kind }) => kind }),
    type: t.exposeString('type'),
    name: t.exposeString('name'),
    /** In bytes. */
    size: t.float({ resolve: ({ size }) => size }),
    by: t.field({ type: person, nullable: true, resolve: async ({ by }, _, { loaders }) => (await loaders.people.load(by)) ?? null }),
    /** When it had come, by the database's clock. */
    at: t.field({ type: 'DateTime', resolve: ({ at }) => new Date(at) }),
    takenAt: t.field({ type: 'DateTime', nullable: true, resolve: ({ takenAt }) => (takenAt === undefined ? null : new Date(takenAt)) }),
    /** Whether the original says where it was taken. */
    located: t.boolean({ resolve: ({ located }) => located === true }),
    /** Whether the reader's positions let them have it as it came. */
    original: t.boolean({
      resolve: ({ kind }, _, { reader }) => kind === 'document' || kind === 'recording' || reader?.may('evidence.original') === true,
    }),
  }),
})
/** 证据. C-1, N-4, E-3 */
export const evidenceType = builder.objectRef<Evidence>('Evidence').implement({
  fields: (t) => ({
    kind: t.field({ type: enumOf('EvidenceKind'), resolve: ({ kind, file }) => file?.kind ?? kind }),
    title: t.exposeString('title'),
    reference: t.string({ nullable: true, resolve: ({ reference }) => reference ?? null }),
    file: t.field({ type: fileType, nullable: true, resolve: ({ file }) => file ?? null }),
  }),
})

type Limit = { readonly kind: EvidenceKind; readonly rules: Rules }
const limit = builder.objectRef<Limit>('UploadLimit').implement({
  fields: (t) => ({
    kind: t.field({ type: enumOf('EvidenceKind'), resolve: ({ kind }) => kind }),
    types: t.stringList({ resolve: ({ kind }) => Object.keys(types).filter((type) => types[type]?.kind === kind) }),
    /** In bytes. */
    most: t.float({ resolve: ({ kind, rules }) => largest(kind, rules) }),
  }),
})
/** What may be uploaded, and how large. X-8 */
builder.queryField('uploadLimits', (t) =>
  t.field({ type: [limit], resolve: (_, __, { rules }) => evidenceKinds.map((kind) => ({ kind, rules })) }),
)
