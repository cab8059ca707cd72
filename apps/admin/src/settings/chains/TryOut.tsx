import { MultiSelect, Select, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { Picker, readMoney, type Picked } from '@lintel/ui'
import { useState } from 'react'
import { useFind } from '../../find/find.ts'
import { TryChainDocument, type ChainsQuery, type ChainStepInput } from '../../gql/graphql.ts'
import { useRead } from '../../graph/read.ts'
import { useHolderName } from '../../session/positions.ts'
import { listed, useWords } from '../../words/words.ts'
import classes from './Chains.module.css'

/** For such a request, who would sign: by the chain in force, or as it is being edited. B-1 */
export function TryOut({ chain, steps }: { chain: ChainsQuery['chains'][number]; steps?: ChainStepInput[] }) {
  const { t, has } = useWords()
  const find = useFind()
  const holder = useHolderName()
  const [amount, setAmount] = useState('8000')
  const [grounds, setGrounds] = useState<string[]>([])
  const [severity, setSeverity] = useState<string | null>(null)
  const [category, setCategory] = useState<Picked>()
  const [drafter, setDrafter] = useState<Picked>()
  const [project, setProject] = useState<Picked>()
  const knows = (trait: string) => chain.dependsOn.includes(trait)
  const sum = readMoney(amount)
  const [asked] = useDebouncedValue(
    {
      kind: chain.kind,
      ...(steps ? { steps } : {}),
      ...(knows('amount') && sum ? { amount: sum } : {}),
      ...(grounds.length ? { grounds: grounds.map(Number) } : {}),
      ...(severity ? { severity } : {}),
      ...(category ? { category: category.value } : {}),
      ...(drafter ? { drafter: drafter.value } : {}),
      ...(project ? { project: project.value } : {}),
    },
    300,
  )
  const { data } = useRead(TryChainDocument, asked, { of: ['person', 'department', 'position', 'chain'] })
  const tried = data?.chainTryOut
  return (
    <aside className={classes.aside} aria-label={t('settings.chain.tryOut')}>
      <h3>{t('settings.chain.tryOut')}</h3>
      {knows('amount') && (
        <TextInput
          label={t('input.amount')}
          inputMode="decimal"
          value={amount}
          onChange={(event) => setAmount(event.currentTarget.value)}
        />
      )}
      {knows('grounds') && (
        <MultiSelect
          label={t('input.grounds')}
          data={chain.grounds.map((ground) => ({ value: String(ground), label: `${ground} ${t(`groundShort.${ground}`)}` }))}
          value={grounds}
          onChange={setGrounds}
        />
      )}
      {chain.severities.length > 0 && (
        <Select
          label={t('input.severity')}
          clearable
          data={chain.severities.map((value) => ({
            value,
            label: has(`choice.FineSeverity.${value}`) ? t(`choice.FineSeverity.${value}`) : value,
          }))}
          value={severity}
          onChange={setSeverity}
        />
      )}
      {knows('category') && (
        <Picker label={t('input.category')} value={category} onChange={setCategory} find={(text) => find('category', text)} />
      )}
      <Picker label={t('settings.chain.drafter')} value={drafter} onChange={setDrafter} find={(text) => find('person', text)} />
      <Picker label={t('input.project')} value={project} onChange={setProject} find={(text) => find('project', text)} />
      {tried && (
        <div role="status">
          {tried.steps.length === 0 && <p className={classes.nobody}>{t('settings.chain.noneAsked')}</p>}
          <ol className={classes.steps}>
            {tried.steps.map((step, n) => (
              <li key={n}>
                <span className={classes.mode}>
                  {n + 1} · {t(`chain.${step.mode}`)}
                </span>
                <ul className={classes.plain}>
                  {step.seats.map((seat, m) => (
                    <li key={m}>
                      <strong>{holder(seat.holder)}</strong>{' '}
                      {seat.count === 0 ? (
                        <span className={classes.nobody}>{t('settings.chain.nobody')}</span>
                      ) : (
                        <span className={classes.soft}>
                          {listed(seat.people.map(({ name }) => name))}
                          {seat.count > seat.people.length && ` +${seat.count - seat.people.length}`}
                        </span>
                      )}
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ol>
          {tried.problem && <p className={classes.nobody}>{tried.problem}</p>}
        </div>
      )}
    </aside>
  )
}
