import type { Reading } from '../schema/context.ts'
import { normalForm } from '../search/normal-form.ts'
import { coveringPairs } from '../search/pairs.ts'
import type { Tree } from './filter.ts'

/** A text that more records hold than these is soon met in the list itself. */
const few = 500

const candidates = async (prisma: Reading, noun: string, text: string): Promise<readonly string[] | undefined> => {
  const form = normalForm(text)
  const pairs = [...new Set(form.split(' ').flatMap(coveringPairs))]
  // one letter has no neighbour
  if (pairs.length === 0) return undefined
  const rows = await prisma.$queryRawUnsafe<{ id: string }[]>(
    // apart, so that it is planned as if all were wanted: few are found by the index, many along the table, which stops at the limit
    `with e as materialized (select id, body from search_entry where noun = $1 and pairs @> $2::int[])
     select id::text as id from e where strpos(body, $3::text) > 0 limit ${few + 1}`,
    noun,
    pairs,
    form,
  )
  return rows.length > few ? undefined : rows.map(({ id }) => id)
}

/**
 * A filter whose rare texts have been looked up in the index of neighbouring letters, where the field is in it. A statement
 * cannot know beforehand whether a text is rare: read along the list, a common one is met at once and a rare one never; by
 * the index it is the other way round. X-3
 */
export const lookedUp = async (prisma: Reading, noun: string, tree: Tree): Promise<Tree> => {
  const each = (trees: readonly Tree[]) => Promise.all(trees.map((one) => lookedUp(prisma, noun, one)))
  if ('all' in tree) return { all: await each(tree.all) }
  if ('any' in tree) return { any: await each(tree.any) }
  if ('none' in tree) return { none: await lookedUp(prisma, noun, tree.none) }
  if (!tree.field.searched || !('text' in tree.test)) return tree
  const among = await candidates(prisma, noun, tree.test.text)
  return among ? { ...tree, among } : tree
}
