import { ActionIcon, MultiSelect, Select, TextInput } from '@mantine/core'
import { InputField } from '@lintel/ui'
import { IconTrash } from '@tabler/icons-react'
import { useFind } from '../../find/find.ts'
import type { ChainLimit, ChainsQuery } from '../../gql/graphql.ts'
import { usePositionChoices } from '../../session/positions.ts'
import { useWords } from '../../words/words.ts'
import classes from './Chains.module.css'
import type { DraftCondition } from './draft.ts'

/** When the step is asked; only what such a request has can be said. */
export function ConditionFields({
  of,
  chain,
  onChange,
  onRemove,
}: {
  of: DraftCondition
  chain: ChainsQuery['chains'][number]
  onChange: (condition: DraftCondition) => void
  onRemove: () => void
}) {
  const { t, has } = useWords()
  const find = useFind()
  const positions = usePositionChoices()
  const knows = (trait: string) => chain.dependsOn.includes(trait)
  return (
    <div className={classes.condition}>
      {knows('amount') && (
        <div className={classes.line}>
          <TextInput
            label={t('settings.chain.overLabel')}
            inputMode="decimal"
            value={of.over}
            w={130}
            onChange={(event) => onChange({ ...of, over: event.currentTarget.value })}
          />
          <TextInput
            label={t('settings.chain.upToLabel')}
            inputMode="decimal"
            value={of.upTo}
            w={130}
            onChange={(event) => onChange({ ...of, upTo: event.currentTarget.value })}
          />
          <div className={classes.wide}>
            <Select
              label={t('settings.chain.limitLabel')}
              clearable
              data={chain.limits.map((limit) => ({ value: limit, label: t(`input.${limit}`) }))}
              value={of.limit ?? null}
              onChange={(limit) => onChange({ ...of, limit: (limit ?? undefined) as ChainLimit | undefined })}
            />
          </div>
        </div>
      )}
      {knows('grounds') && (
        <MultiSelect
          label={t('input.grounds')}
          data={chain.grounds.map((ground) => ({ value: String(ground), label: `${ground} ${t(`groundShort.${ground}`)}` }))}
          value={[...of.grounds]}
          onChange={(grounds) => onChange({ ...of, grounds })}
        />
      )}
      {chain.severities.length > 0 && (
        <MultiSelect
          label={t('input.severity')}
          data={chain.severities.map((value) => ({
            value,
            label: has(`choice.FineSeverity.${value}`) ? t(`choice.FineSeverity.${value}`) : value,
          }))}
          value={[...of.severities]}
          onChange={(severities) => onChange({ ...of, severities })}
        />
      )}
      {knows('category') && (
        <InputField
          input={{ name: 'categories', label: t('settings.chain.categoriesLabel'), kind: 'records', required: false, of: 'category' }}
          path={`${of.key}.categories`}
          typed={of.categories}
          errors={{}}
          find={find}
          onChange={(categories) => onChange({ ...of, categories: categories as DraftCondition['categories'] })}
        />
      )}
      {knows('drafter') && (
        <div className={classes.line}>
          <div className={classes.wide}>
            <MultiSelect
              label={t('settings.chain.draftedByLabel')}
              searchable
              data={positions}
              value={[...of.draftedBy]}
              onChange={(draftedBy) => onChange({ ...of, draftedBy })}
            />
          </div>
          <div className={classes.wide}>
            <MultiSelect
              label={t('settings.chain.notDraftedByLabel')}
              searchable
              data={positions}
              value={[...of.notDraftedBy]}
              onChange={(notDraftedBy) => onChange({ ...of, notDraftedBy })}
            />
          </div>
        </div>
      )}
      <div>
        <ActionIcon variant="subtle" color="gray" aria-label={t('settings.chain.removeCondition')} onClick={onRemove}>
          <IconTrash size={16} aria-hidden="true" />
        </ActionIcon>
      </div>
    </div>
  )
}
