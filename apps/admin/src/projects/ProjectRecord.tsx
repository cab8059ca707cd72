import { Button } from '@mantine/core'
import { DataTable, FactsGrid, Nothing, RecordHead, Section, type Field } from '@lintel/ui'
import { useState } from 'react'
import { useGo } from '../go.ts'
import { useRead } from '../graph/read.ts'
import { BuildingUnitsDocument, ProjectDocument } from '../gql/graphql.ts'
import { linesFrom } from '../list/lines.ts'
import { usePages } from '../list/pages.ts'
import { pathOf } from '../paths.ts'
import { changeFrom } from '../record/cards.ts'
import { Decisions } from '../record/Decisions.tsx'
import { Events } from '../record/Events.tsx'
import { RecordLayout, RecordState, WayOut, type Place } from '../record/RecordLayout.tsx'
import { State } from '../record/State.tsx'
import { listed, useWords } from '../words/words.ts'
import classes from './ProjectRecord.module.css'

/** 楼盘 → 楼栋 → 房屋 */
export function ProjectRecord({ id, place }: { id: string; place: Place }) {
  const { t } = useWords()
  const go = useGo()
  const [building, setBuilding] = useState<string>()
  const { data, loading, error, again } = useRead(ProjectDocument, { id }, { of: ['project', 'building', 'unit'] })
  const project = data?.project
  if (!data || !project) return <RecordState loading={loading} error={error} place={place} onRetry={again} />
  const count = ({ value, more }: { value: number; more: boolean }) => `${value}${more ? '+' : ''}`
  const chosen = building ?? project.buildings[0]?.id
  return (
    <RecordLayout
      place={place}
      head={
        <RecordHead
          before={<WayOut place={place} />}
          number={project.code}
          link={`${location.origin}${pathOf('project', id)}`}
          state={<State of="project" is={project.state} />}
          title={project.name}
          about={
            <>
              <span>{project.city}</span>
              <span>{project.nameEn}</span>
            </>
          }
          decisions={
            <Decisions
              of={[project]}
              order={['projectChange']}
              onChanged={again}
              special={{ projectChange: { typed: changeFrom(project) } }}
            />
          }
        />
      }
      facts={
        <>
          <FactsGrid
            facts={[
              { label: t('projects.buildings'), value: project.buildings.length },
              { label: t('projects.units'), value: count(data.unitCount) },
              {
                label: t('projects.open'),
                value: (
                  <Button variant="subtle" px={0} onClick={() => go('/complaints', { project: id })}>
                    {count(data.complaintCount)}
                  </Button>
                ),
              },
            ]}
          />
          <Section title={t('projects.buildings')} count={project.buildings.length}>
            <div className={classes.buildings}>
              {project.buildings.map((each) => (
                <button key={each.id} type="button" aria-pressed={each.id === chosen} onClick={() => setBuilding(each.id)}>
                  <strong>
                    {each.phase} {each.name}
                  </strong>
                  <small>{each.deliveryDate ?? <Nothing />}</small>
                </button>
              ))}
            </div>
            {chosen && <Units key={chosen} building={chosen} />}
          </Section>
        </>
      }
      timeline={<Events of={project.timeline} record={id} />}
    />
  )
}

function Units({ building }: { building: string }) {
  const { t } = useWords()
  const go = useGo()
  const fields: readonly Field[] = [
    { key: 'number', label: t('fieldOf.unit.number'), type: 'text', width: 90 },
    { key: 'floor', label: t('field.floor'), type: 'number' },
    { key: 'houseType', label: t('field.houseType'), type: 'text', width: 110 },
    { key: 'owners', label: t('input.customer'), type: 'text', width: 140 },
    { key: 'handedOverOn', label: t('field.handedOverOn'), type: 'text', width: 120 },
  ]
  const list = usePages(
    BuildingUnitsDocument,
    { filter: { building: { in: [building] } }, sort: [{ by: 'floor', descending: false }] },
    (page) => page.units,
    { of: ['unit'] },
  )
  return (
    <div className={classes.units}>
      <DataTable
        label={t('projects.units')}
        fields={fields}
        columns={fields.map(({ key }) => ({ key }))}
        lines={linesFrom(list, (node) => ({ ...node, owners: listed(node.customers.map((customer) => customer.name)) }))}
        state={list.state}
        density="dense"
        onOpen={(row) => go('/complaints', { unit: row.id })}
      />
    </div>
  )
}
