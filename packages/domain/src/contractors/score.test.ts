import { expect, test } from 'vitest'
import { conductScore, type Counts } from './score.ts'

const none: Counts = { notices: 50, refusals: 0, lateRepairs: 0, fines: 0, emergencyRepairs: 0, vetoed: false }
test.each([
  ['nothing', none, 100],
  ['one refusal in fifty notices', { ...none, refusals: 1 }, 98],
  ['five late repairs', { ...none, lateRepairs: 5 }, 90],
  ['a fine and the repair it started', { ...none, fines: 1, emergencyRepairs: 1 }, 96],
  ['more of one kind than counts', { ...none, lateRepairs: 50 }, 75],
  ['a veto', { ...none, vetoed: true }, 60],
  ['everything', { notices: 4, refusals: 4, lateRepairs: 4, fines: 4, emergencyRepairs: 4, vetoed: true }, 0],
  ['a fine without a notice', { ...none, notices: 0, fines: 1 }, 75],
])('S-1 %s: the score is a hundred less what was counted, never under nothing', (_, counts, points) => {
  const score = conductScore(counts)
  expect(score.points).toBe(points)
  expect(score.lines.every(({ off, most }) => off >= 0 && off <= most)).toBe(true)
})
