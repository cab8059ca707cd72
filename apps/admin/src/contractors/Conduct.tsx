import { Nothing, useLink } from '@lintel/ui'
import type { ContractorQuery } from '../gql/graphql.ts'
import { writeAddress } from '../list/address.ts'
import { useWords } from '../words/words.ts'
import classes from './Conduct.module.css'

type Row = NonNullable<ContractorQuery['contractor']>['conduct'][number]
type Kind = 'notices' | 'refusals' | 'lateRepairs' | 'fines' | 'emergencyRepairs' | 'appeals'

// a figure opens the list it was counted from, by the same conditions. S-1
const lists: Readonly<Record<Kind, { list: string; when: string; more?: Readonly<Record<string, string>> }>> = {
  notices: { list: '/notices', when: 'draftedAt' },
  refusals: { list: '/notices', when: 'draftedAt', more: { grounds: '1' } },
  lateRepairs: { list: '/notices', when: 'draftedAt', more: { grounds: '3' } },
  fines: { list: '/fines', when: 'issuedAt', more: { state: 'issued,appealed,cleared' } },
  emergencyRepairs: {
    list: '/emergency-repairs',
    when: 'startedAt',
    more: { state: 'approved,assigned,working,completed,confirmed,audited,charged,closed' },
  },
  appeals: { list: '/fines', when: 'appealedAt' },
}
const kinds = Object.keys(lists) as Kind[]
const linkTo = (kind: Kind, contractor: string, { year, project }: Row) => {
  const { list, when, more } = lists[kind]
  return `${list}${writeAddress({ contractor, ...(project ? { project: project.id } : {}), [when]: `${year}-01-01..${year}-12-31`, ...more })}`
}

/** What the system counted of a party, by year and project; each figure opens the list behind it. §2, S-1 */
export function Conduct({ of, contractor }: { of: readonly Row[]; contractor: string }) {
  const { t } = useWords()
  const Link = useLink()
  if (of.length === 0) return <p className={classes.soft}>{t('conduct.none')}</p>
  return (
    <div className={classes.scroll}>
      <table className={classes.conduct}>
        <thead>
          <tr>
            <th scope="col">{t('conduct.year')}</th>
            <th scope="col">{t('input.project')}</th>
            {kinds.map((kind) => (
              <th scope="col" key={kind}>
                {t(`conduct.${kind}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {of.map((row) => (
            <tr key={`${row.year}${row.project?.id ?? ''}`}>
              <th scope="row">{row.year}</th>
              <td>{row.project?.name ?? <Nothing />}</td>
              {kinds.map((kind) => (
                <td key={kind}>
                  {row[kind] > 0 ? (
                    <Link
                      to={linkTo(kind, contractor, row)}
                      aria-label={`${row.year} ${row.project?.name ?? ''} ${t(`conduct.${kind}`)} ${row[kind]}`}
                    >
                      {row[kind]}
                    </Link>
                  ) : (
                    <span className={classes.soft}>0</span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type ScoreOf = NonNullable<NonNullable<ContractorQuery['contractor']>['score']>

/** A hundred less what counted in the last year, with the working. S-1 */
export function ConductScore({ of }: { of: ScoreOf }) {
  const { t } = useWords()
  return (
    <>
      <p className={classes.points}>
        <strong>{of.points}</strong> <small>/ 100</small>
      </p>
      <table className={classes.working}>
        <tbody>
          {of.lines.map((line) => (
            <tr key={line.what}>
              <th scope="row">{t(`conduct.${line.what}`)}</th>
              <td>{line.what === 'vetoes' ? line.count : t('conduct.among', { count: line.count, notices: of.notices })}</td>
              <td>{line.off > 0 ? `−${line.off}` : 0}</td>
              <td className={classes.soft}>{t('conduct.most', { most: line.most })}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={classes.soft}>{t('conduct.scoreHint')}</p>
    </>
  )
}
