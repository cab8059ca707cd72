import { Button } from '@mantine/core'
import { Nothing } from '@lintel/ui'
import { useState } from 'react'
import { useRead } from '../graph/read.ts'
import { DepartmentsDocument } from '../gql/graphql.ts'
import { changeFrom } from '../record/cards.ts'
import { Decisions } from '../record/Decisions.tsx'
import { Opening, useMayOpen } from '../record/Opening.tsx'
import { State } from '../record/State.tsx'
import { useWords } from '../words/words.ts'
import { Part } from './Part.tsx'
import classes from './Table.module.css'

/** 部门: who leads each, and how many work there. §1, B-1 */
export function DepartmentsPart() {
  const { t, language } = useWords()
  const { data, loading, error, again } = useRead(DepartmentsDocument, {}, { of: ['department', 'person'] })
  const mayAdd = useMayOpen('departmentAdd')
  const [adding, setAdding] = useState(false)
  return (
    <Part
      title={t('settings.departments')}
      hint={t('settings.departmentsHint')}
      loading={loading}
      error={error}
      onRetry={again}
      action={mayAdd && <Button onClick={() => setAdding(true)}>{t('decision.departmentAdd')}</Button>}
    >
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('input.department')}</th>
            <th scope="col">{t(language === 'zh' ? 'input.nameEn' : 'input.nameZh')}</th>
            <th scope="col">{t('input.head')}</th>
            <th scope="col">{t('settings.staff')}</th>
            <th scope="col">{t('field.state')}</th>
            <th aria-label={t('settings.actions')} />
          </tr>
        </thead>
        <tbody>
          {(data?.departments ?? []).map((department) => (
            <tr key={department.id}>
              <td>{language === 'zh' ? department.nameZh : department.nameEn}</td>
              <td>{language === 'zh' ? department.nameEn : department.nameZh}</td>
              <td>{department.head?.name ?? <Nothing />}</td>
              <td>{t('settings.staffCount', { count: department.staffCount })}</td>
              <td>
                <State of="department" is={department.state} />
              </td>
              <td className={classes.actions}>
                {department.availableDecisions.length > 0 && (
                  <Decisions
                    of={[department]}
                    order={['departmentChange']}
                    beside={1}
                    inRow
                    special={{
                      departmentChange: {
                        typed: {
                          ...changeFrom(department),
                          ...(department.head ? { head: { value: department.head.id, label: department.head.name } } : {}),
                        },
                      },
                    }}
                    onChanged={again}
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {adding && <Opening decision="departmentAdd" onClose={() => setAdding(false)} />}
    </Part>
  )
}
