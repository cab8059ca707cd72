import { ActionIcon, Select } from '@mantine/core'
import { Picker } from '@lintel/ui'
import { IconTrash } from '@tabler/icons-react'
import { useFind } from '../../find/find.ts'
import type { ChainRelation, ChainsQuery } from '../../gql/graphql.ts'
import { usePositionChoices } from '../../session/positions.ts'
import { useWords } from '../../words/words.ts'
import classes from './Chains.module.css'
import { ways, type DraftSeat, type Way } from './draft.ts'

/** Who is asked: a position, a department, a person, or what somebody is to the request. B-1 */
export function SeatFields({
  of,
  chain,
  onChange,
  onRemove,
}: {
  of: DraftSeat
  chain: ChainsQuery['chains'][number]
  onChange: (seat: DraftSeat) => void
  onRemove?: () => void
}) {
  const { t } = useWords()
  const find = useFind()
  const positions = usePositionChoices()
  return (
    <div className={classes.line}>
      <Select
        label={t('settings.chain.by')}
        data={ways.map((way) => ({ value: way, label: t(`settings.chain.way.${way}`) }))}
        value={of.way}
        allowDeselect={false}
        w={110}
        onChange={(way) => way && onChange({ ...of, way: way as Way })}
      />
      <div className={classes.wide}>
        {of.way === 'position' && (
          <Select
            label={t('settings.chain.way.position')}
            searchable
            data={positions}
            value={of.position ?? null}
            onChange={(position) => onChange({ ...of, position: position ?? undefined })}
          />
        )}
        {of.way === 'relation' && (
          <Select
            label={t('settings.chain.way.relation')}
            data={chain.relations.map((relation) => ({ value: relation, label: t(`choice.ChainRelation.${relation}`) }))}
            value={of.relation ?? null}
            onChange={(relation) => onChange({ ...of, relation: (relation ?? undefined) as ChainRelation | undefined })}
          />
        )}
        {of.way === 'department' && (
          <Picker
            label={t('settings.chain.way.department')}
            value={of.department}
            onChange={(department) => onChange({ ...of, department })}
            find={(text) => find('department', text)}
          />
        )}
        {of.way === 'person' && (
          <Picker
            label={t('settings.chain.way.person')}
            value={of.person}
            onChange={(person) => onChange({ ...of, person })}
            find={(text) => find('person', text)}
          />
        )}
      </div>
      {onRemove && (
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('settings.chain.removeSeat')} onClick={onRemove}>
          <IconTrash size={16} aria-hidden="true" />
        </ActionIcon>
      )}
    </div>
  )
}
