// Draws what the domain declares: the states of every noun with a life, and who may do what. `npm run generate` writes
// it; a test says when it is out of date.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { becomes, nouns, shippedPositions, type Becomes } from '@lintel/domain'

type Moves = { readonly opens?: true; readonly by: unknown; readonly from?: readonly string[]; readonly to?: Becomes<string> }
const lives = ['complaint', 'notice', 'fine', 'emergencyRepair', 'visit', 'approval'] as const

const arrows = (decisions: Readonly<Record<string, Moves>>) => {
  const moves = new Map<string, string[]>()
  for (const [verb, { opens, by, from = [], to }] of Object.entries(decisions))
    for (const was of opens ? ['[*]'] : from)
      for (const next of becomes(to, was)) {
        if (was === next) continue
        const arrow = `${was} --> ${next}`
        moves.set(arrow, [...(moves.get(arrow) ?? []), by === 'asked' ? `${verb} (asked)` : verb])
      }
  return [...moves].map(([arrow, verbs]) => `  ${arrow}: ${verbs.join(', ')}`)
}

/** One page of state diagrams, from the declarations. */
const stateDiagrams = () =>
  [
    '# The states of every noun',
    '',
    'Generated from `packages/domain`. "(asked)" is a decision that only another decision asks for, in the same transaction.',
    '',
    ...lives.flatMap((noun) => {
      const { decisions, ends } = nouns[noun] as unknown as {
        readonly decisions: Readonly<Record<string, Moves>>
        readonly ends: readonly string[]
      }
      return [`## ${noun}`, '', '```mermaid', 'stateDiagram-v2', ...arrows(decisions), ...ends.map((end) => `  ${end} --> [*]`), '```', '']
    }),
  ].join('\n')

/** Which shipped position holds which permission. */
const permissionTable = () => {
  const all = [...new Set(shippedPositions.flatMap(({ permissions }) => permissions))].toSorted()
  return [
    '# Which position may do what',
    '',
    'Generated from `packages/domain/src/people/positions.ts`: what ships. The administrator may change it.',
    '',
    '| permission | held by |',
    '| --- | --- |',
    ...all.map((permission) => {
      const holders = shippedPositions.filter(({ permissions }) => permissions.includes(permission))
      return `| \`${permission}\` | ${holders.length === shippedPositions.length ? 'everybody' : holders.map(({ nameZh, nameEn }) => `${nameZh} ${nameEn}`).join(' · ')} |`
    }),
    '',
  ].join('\n')
}

export const pages = { 'states.md': stateDiagrams, 'permissions.md': permissionTable } as const

if (import.meta.main) for (const [file, draw] of Object.entries(pages)) writeFileSync(join(import.meta.dirname, file), draw())
