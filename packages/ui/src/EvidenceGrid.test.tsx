import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { EvidenceGrid } from './EvidenceGrid.tsx'
import type { EvidenceItem, Standing } from './evidence.ts'
import { show } from './test/show.tsx'

const at = '2026-11-23T01:00:00.000Z'
const photo = (id: string, more: object = {}): EvidenceItem => ({
  id,
  kind: 'photo',
  title: `照片${id}`,
  file: { id, name: `${id}.jpg`, size: 2048, type: 'image/jpeg', at, located: false, thumbnail: `/t/${id}`, picture: `/p/${id}`, ...more },
})

it('offers the original only where it is open, and says that it holds a position', () => {
  show(<EvidenceGrid items={[photo('1', { save: '/o/1', located: true }), photo('2')]} />)
  expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual(['/o/1'])
  expect(screen.getByText(/evidenceLocated/u)).toBeInTheDocument()
})
it('F-13 checks every file in turn and names the one that was altered', async () => {
  const asked: string[] = []
  const stands: Readonly<Record<string, Standing>> = { 1: 'unaltered', 2: 'altered' }
  const check = (id: string) => {
    asked.push(id)
    return Promise.resolve(stands[id])
  }
  const paper: EvidenceItem = { id: '3', kind: 'document', title: '来信', note: '档案柜' }
  const { user } = show(<EvidenceGrid items={[photo('1'), photo('2'), paper]} onCheck={check} />)
  await user.click(screen.getByRole('button', { name: 'evidenceCheck' }))
  expect(await screen.findByText('照片2: evidenceAltered')).toBeInTheDocument()
  expect(asked).toEqual(['1', '2'])
  expect(screen.queryByText(/evidenceUnaltered/u)).toBeNull()
})
it('opens pictures over the whole screen, from the one that was pressed', async () => {
  const { user } = show(<EvidenceGrid items={[photo('1'), photo('2')]} />)
  await user.click(screen.getByRole('button', { name: 'evidenceOpen 照片2' }))
  expect(await screen.findByAltText('照片2')).toHaveAttribute('src', '/p/2')
})
