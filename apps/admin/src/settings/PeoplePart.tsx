import { Button, Group } from '@mantine/core'
import { FactsGrid, Nothing, RecordHead } from '@lintel/ui'
import { useState } from 'react'
import { useRead } from '../graph/read.ts'
import { PeopleDocument, PersonDocument } from '../gql/graphql.ts'
import { useFields } from '../list/fields.ts'
import { ListPage } from '../list/ListPage.tsx'
import { usePages } from '../list/pages.ts'
import { asked } from '../list/query.ts'
import { useListAddress } from '../list/use-list-address.ts'
import { bilingualName, categoryName } from '../places.ts'
import { changeFrom } from '../record/cards.ts'
import { Decisions } from '../record/Decisions.tsx'
import { Events } from '../record/Events.tsx'
import { Opening, useMayOpen } from '../record/Opening.tsx'
import { RecordLayout, RecordState, WayOut, type Place } from '../record/RecordLayout.tsx'
import { State } from '../record/State.tsx'
import { usePositionChoices, usePositionName } from '../session/positions.ts'
import { listed, useWords } from '../words/words.ts'
import { ViewTabs } from '../list/views/ViewTabs.tsx'
import { HandOver } from './HandOver.tsx'
import { AccountActions } from './AccountActions.tsx'
import { Invite } from './Invite.tsx'

/** Who works here, with which positions and for which projects. P-1 */
export function PeoplePart() {
  const { t, language } = useWords()
  const { columns, fields } = useFields('person')
  const address = useListAddress(fields)
  const position = usePositionName()
  const list = usePages(PeopleDocument, asked(address, fields), (data) => data.people, { of: ['person'] })
  const positions = usePositionChoices()
  const mayAdd = useMayOpen('personAdd')
  const [adding, setAdding] = useState(false)
  return (
    <>
      <ListPage
        title={t('settings.people')}
        address={address}
        views={<ViewTabs noun="person" address={address} fields={fields} />}
        fields={fields}
        columns={columns}
        list={list}
        row={(node) => ({
          ...node,
          positions: listed(node.positions.map(position)),
          department: node.department && { ...node.department, name: bilingualName(node.department, language) },
        })}
        href={() => '/settings/people'}
        panel={(id, close) => <PersonRecord id={id} place={{ beside: true, close, href: '/settings/people' }} />}
        always={['name', 'state']}
        action={mayAdd && <Button onClick={() => setAdding(true)}>{t('decision.personAdd')}</Button>}
      />
      {adding && (
        <Opening
          decision="personAdd"
          special={{ typed: { allProjects: false, onDuty: true, language: 'zh' }, choices: { positions } }}
          onClose={() => setAdding(false)}
        />
      )}
    </>
  )
}

function PersonRecord({ id, place }: { id: string; place: Place }) {
  const { t, language } = useWords()
  const position = usePositionName()
  const positions = usePositionChoices()
  const mayKeep = useMayOpen('personAdd')
  const [handingOver, setHandingOver] = useState(false)
  const { data, loading, error, again } = useRead(PersonDocument, { id }, { of: ['person'] })
  const person = data?.person
  if (!person) return <RecordState loading={loading} error={error} place={place} onRetry={again} />
  const typed = {
    ...changeFrom(person),
    ...(person.department ? { department: { value: person.department.id, label: bilingualName(person.department, language) } } : {}),
    ...(person.superior ? { superior: { value: person.superior.id, label: person.superior.name } } : {}),
    positions: person.positions,
    projects: person.projects.map(({ id: value, name }) => ({ value, label: name })),
    categories: person.categories.map((category) => ({ value: category.id, label: categoryName(category, language) })),
  }
  return (
    <RecordLayout
      place={place}
      head={
        <RecordHead
          before={<WayOut place={place} />}
          title={person.name}
          state={<State of="person" is={person.state} />}
          about={<span>{person.email}</span>}
          decisions={
            <>
              <Decisions
                of={[person]}
                order={['personChange', 'personHandOver', 'personRestore', 'personRetire']}
                special={{ personChange: { typed, choices: { positions } } }}
                elsewhere={{ personHandOver: () => setHandingOver(true) }}
                onChanged={again}
              />
              {mayKeep && person.state === 'active' && (
                <Group>
                  <Invite person={id} />
                  <AccountActions person={person} />
                </Group>
              )}
              {handingOver && <HandOver person={person} onClose={() => setHandingOver(false)} onChanged={again} />}
            </>
          }
        />
      }
      facts={
        <FactsGrid
          title={t('record.facts')}
          facts={[
            { label: t('input.department'), value: person.department ? bilingualName(person.department, language) : <Nothing /> },
            { label: t('input.superior'), value: person.superior?.name ?? <Nothing /> },
            { label: t('input.positions'), value: listed(person.positions.map(position)) || <Nothing />, wide: true },
            {
              label: t('input.projects'),
              value: person.allProjects ? t('input.allProjects') : listed(person.projects.map(({ name }) => name)) || <Nothing />,
              wide: true,
            },
            {
              label: t('input.categories'),
              value: listed(person.categories.map((category) => categoryName(category, language))) || <Nothing />,
              wide: true,
            },
            { label: t('input.onDuty'), value: t(person.onDuty ? 'ui.yes' : 'ui.no') },
            { label: t('input.language'), value: t(`choice.Language.${person.language}`) },
            { label: t('input.phone'), value: person.phone ?? <Nothing /> },
          ]}
        />
      }
      timeline={<Events of={person.timeline} record={id} />}
    />
  )
}
