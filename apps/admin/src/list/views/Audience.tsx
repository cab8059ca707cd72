import '@mantine/core/styles/Radio.css'
import { Group, NativeSelect, Radio } from '@mantine/core'
import type { ViewAudience } from '../../gql/graphql.ts'
import { usePositionChoices } from '../../session/positions.ts'
import { useMe } from '../../session/session.tsx'
import { useWords } from '../../words/words.ts'

const audiences = ['me', 'position', 'everyone'] as const
export type Audience = { readonly audience: ViewAudience; readonly position: string | null }

/** Whom something kept is for: oneself, a position, everyone. X-9 */
export function AudienceFields({
  value,
  onChange,
  shareNeeds,
}: {
  value: Audience
  onChange: (next: Audience) => void
  shareNeeds: string
}) {
  const { t } = useWords()
  const positions = usePositionChoices()
  const mayShare = useMe().permissions.includes('view.share')
  return (
    <>
      <Radio.Group
        label={t('views.audience')}
        description={mayShare ? undefined : shareNeeds}
        value={value.audience}
        onChange={(chosen) => onChange({ ...value, audience: audiences.find((each) => each === chosen) ?? 'me' })}
      >
        <Group mt={6}>
          {audiences.map((each) => (
            <Radio key={each} value={each} label={t(`views.for.${each}`)} disabled={each !== 'me' && !mayShare} />
          ))}
        </Group>
      </Radio.Group>
      {value.audience === 'position' && (
        <NativeSelect
          label={t('views.position')}
          value={value.position ?? ''}
          required
          data={[{ value: '', label: '' }, ...positions]}
          onChange={({ currentTarget }) => onChange({ ...value, position: currentTarget.value || null })}
        />
      )}
    </>
  )
}
/** As it is sent: a position only where it is for one. */
export const sentAudience = ({ audience, position }: Audience): Audience => ({
  audience,
  position: audience === 'position' ? position : null,
})
