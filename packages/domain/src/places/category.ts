import { card, type Card } from '../kernel/card.ts'
import type { Fact, Opening } from '../kernel/decision.ts'
import { list, optional, ref, text } from '../kernel/input.ts'
import { refuse } from '../kernel/refusal.ts'
import type { Id } from '../kernel/values.ts'

const shape = { nameZh: text(60), nameEn: text(60), above: list(ref('category'), { max: 2 }) }
/** 投诉类别: a tree of three levels that the administrator keeps. C-2 */
export type Category = Card<'category', typeof shape>

type Standing = { readonly name: string; readonly retired: boolean; readonly path: readonly Id<'category'>[] } | undefined
/** The category with everything above it, itself last. */
const standing: Fact<Category, Id<'category'>, Standing> = {
  find: (id) => ({ id }),
  read: ([found]) => found && { name: found.nameZh, retired: found.state === 'retired', path: [...found.above, found.id] },
}

/** Every category with everything above it. B-1 */
const paths: Fact<Category, 'all', ReadonlyMap<Id<'category'>, readonly Id<'category'>[]>> = {
  find: () => ({}),
  read: (found) => new Map(found.map(({ id, above }) => [id, [...above, id]])),
}

const noun = card('category', shape)
const addInput = { nameZh: text(60), nameEn: text(60), under: optional(ref('category')) }
const { change } = noun.decisions
const changeInput = { nameZh: text(60), nameEn: text(60), reason: text(500) }
/** A category stays where it was put: figures over years must mean the same. */
const add: Opening<Category, Parameters<typeof noun.evolve>[1], typeof addInput, 'category.standing'> = {
  ...noun.decisions.add,
  input: addInput,
  refuses: ['RetiredEntry', 'OverLevels'],
  needs: { 'category.standing': (_, { under }) => under },
  decide(id, { under, ...names }, scene, facts) {
    const parent = facts['category.standing']
    if (under && !parent) return refuse('NotFound')
    if (parent?.retired) return refuse('RetiredEntry', { what: parent.name })
    const above = parent?.path ?? []
    return above.length > 2 ? refuse('OverLevels') : noun.decisions.add.decide(id, { ...names, above }, scene, {})
  },
}
export const category = {
  ...noun,
  facts: { standing, paths },
  decisions: {
    ...noun.decisions,
    add,
    change: {
      ...change,
      input: changeInput,
      decide: (record: Category, given: { nameZh: string; nameEn: string; reason: string }, scene: Parameters<typeof change.decide>[2]) =>
        change.decide(record, { ...given, above: record.above }, scene, {}),
    },
  },
}
