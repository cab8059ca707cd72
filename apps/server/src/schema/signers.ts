import { cannotSit, refuse, seatsOf, type Approval, type PersonId, type Refusal, type SeatId } from '@lintel/domain'
import { builder } from './builder.ts'
import { idOf } from './global-id.ts'
import { person } from './person.ts'
import { mayRead } from './reading.ts'
import { said } from './refusals.ts'

type Signer = { readonly id: string; readonly no: Refusal | undefined }
const signer = builder.objectRef<Signer>('Signer').implement({
  description: 'Somebody who might be asked to sign; where they may not, why. B-11',
  fields: (t) => ({
    person: t.field({ type: person, nullable: true, resolve: async ({ id }, _, { loaders }) => (await loaders.people.load(id)) ?? null }),
    because: t.string({ nullable: true, resolve: async ({ no }, _, context) => (no ? (await said(no, context)).message : null) }),
  }),
})
const shown = 20

/** For the pickers of transfer, added signers and reassignment: those who may come first. */
builder.queryField('signers', (t) =>
  t.field({
    type: [signer],
    args: { approval: t.arg.id({ required: true }), seat: t.arg.string(), text: t.arg.string() },
    resolve: async (_, { approval: of, seat, text }, context): Promise<readonly Signer[]> => {
      const id = idOf('approval', String(of))
      const stored = id ? await context.loaders.records.load({ noun: 'approval', id }) : undefined
      const record = stored?.record as unknown as Approval | undefined
      if (!record) return []
      const row = { id: record.id, projectId: record.project ?? null, makerIds: record.makers }
      if (!(await mayRead('approval', row, context))) return []
      const beside = seatsOf(record).find((one) => one.id === seat)?.id as SeatId | undefined
      const wanted = (text ?? '').trim().slice(0, 60).toLowerCase()
      const me = context.reader?.actor.person
      const found = context.company.hats
        .map(({ person: one }) => context.company.person(one))
        .filter((one) => one !== undefined && (wanted === '' || one.name.toLowerCase().includes(wanted)))
        .map((one): Signer => {
          const who = (one?.id ?? '') as PersonId
          return { id: who, no: who === me ? refuse('SameRecord') : cannotSit(record, beside, who) }
        })
      return found.toSorted((a, b) => Number(a.no !== undefined) - Number(b.no !== undefined)).slice(0, shown)
    },
  }),
)
