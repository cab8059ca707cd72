import { useClient } from 'urql'
import type { Picked } from '@lintel/ui'
import { ask } from '../graph/read.ts'
import { SignersDocument, type ApprovalPartsFragment, type SeatPartsFragment } from '../gql/graphql.ts'
import type { Special } from '../record/DecisionModal.tsx'
import { useHolderName, usePositionName } from '../session/positions.ts'
import { listed, useWords } from '../words/words.ts'

type Seat = SeatPartsFragment & { before?: readonly SeatPartsFragment[]; after?: readonly SeatPartsFragment[] }
const withAdded = (seat: Seat): readonly SeatPartsFragment[] => [...(seat.before ?? []), seat, ...(seat.after ?? [])]

/** What the forms of an approval's verbs begin with: steps by their names and people, and colleagues who may be asked, or why not. B-11 */
export const useApprovalSpecial = (approval: ApprovalPartsFragment | null | undefined): Readonly<Record<string, Special>> => {
  const { t } = useWords()
  const client = useClient()
  const holder = useHolderName()
  const position = usePositionName()
  if (!approval) return {}
  const nameOf = (seat: SeatPartsFragment) => seat.signed?.by?.name ?? holder(seat.holder)
  const find = async (noun: string, text: string, fixed: Readonly<Record<string, unknown>> = {}): Promise<readonly Picked[]> => {
    if (noun !== 'person') return []
    const seat = typeof fixed['seat'] === 'string' ? { seat: fixed['seat'] } : {}
    const { signers } = await ask(client, SignersDocument, { approval: approval.id, text, ...seat })
    return signers.flatMap(({ person, because }) =>
      person
        ? [
            {
              value: person.id,
              label: person.name,
              hint: because ?? listed(person.positions.map(position)),
              ...(because ? { disabled: true } : {}),
            },
          ]
        : [],
    )
  }
  const steps = approval.steps
    .filter((step) => step.earlier)
    .map((step) => ({
      value: String(step.number),
      label: t('chain.stepOf', { n: step.number + 1, mode: t(`chain.${step.mode}`), people: listed(step.seats.map(nameOf)) }),
    }))
  const seats = approval.steps.flatMap((step) =>
    step.seats
      .flatMap(withAdded)
      .filter((seat) => !seat.signed)
      .map((seat) => ({ value: seat.key, label: t('chain.seatOf', { n: step.number + 1, who: holder(seat.holder) }) })),
  )
  return {
    approvalSendBack: { choices: { step: steps }, ...(steps[0] && steps.length === 1 ? { typed: { step: steps[0].value } } : {}) },
    approvalTransfer: { find },
    approvalAddSigners: { find },
    approvalReassign: { find, choices: { seat: seats } },
  }
}
