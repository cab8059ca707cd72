import { useLink } from '@lintel/ui'
import { pathOf } from '../paths.ts'
import { useWords } from '../words/words.ts'
import { Board } from './Board.tsx'
import { card } from './boards.ts'
import { useTrend } from './read.ts'
import { usual } from './shown.ts'
import classes from './Trends.module.css'

/** One contractor's report card: how often, how fast, and what it cost. Y-4, S-1 */
export function ContractorCard({ id }: { id: string }) {
  const { t } = useWords()
  const Link = useLink()
  const { trend } = useTrend({ ...usual, by: ['contractor'], period: '24month', filter: [{ dimension: 'contractor', in: [id] }] })
  return (
    <>
      <div className={classes.cardHead}>
        <h2>{trend?.rows[0]?.keys[0]?.label ?? t('noun.contractor')}</h2>
        <Link to={pathOf('contractor', id)}>{t('trends.contractorPage')}</Link>
        <Link to="/trends/contractors">{t('trends.allContractors')}</Link>
      </div>
      <Board of={card(id)} />
    </>
  )
}
