import type { PositionKey } from '../../kernel/actor.ts'
import type { Money } from '../../kernel/money.ts'
import type { Rules } from '../../kernel/rules.ts'
import type { Id, ProjectId } from '../../kernel/values.ts'
import type { ChainStep } from '../chains/chain.ts'

/** What of a request its chain may depend on. B-1 */
export const traits = ['amount', 'grounds', 'severity', 'category', 'drafter'] as const
export type Trait = (typeof traits)[number]

/** A request as its chain sees it. */
export type Case = {
  readonly project?: ProjectId
  readonly amount?: Money
  readonly grounds?: readonly number[]
  readonly severity?: string
  /** With everything above them in the tree. */
  readonly categories: readonly Id<'category'>[]
  readonly drafterPositions: readonly PositionKey[]
}

/** A kind of request: what ships as its chain, and what no editing of it may take away. */
export type Kind = {
  readonly dependsOn: readonly Trait[]
  /** The grounds it may rest on. */
  readonly grounds: readonly number[]
  /** The values its severity may have. */
  readonly severities: readonly string[]
  /** Positions whose holders draft under a rule of their own. */
  readonly drafters: readonly PositionKey[]
  readonly first: readonly ChainStep[]
  /** The positions whose signature the rules demand of such a case, whatever else is asked. */
  demands(of: Case, rules: Rules): readonly PositionKey[]
}
