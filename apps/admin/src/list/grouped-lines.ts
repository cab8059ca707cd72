import type { Line, Lines } from '@lintel/ui'
import type { PageStore } from './page-store.ts'

export type GroupHead = Omit<Extract<Line, { is: 'group' }>, 'is' | 'opened'>
type Opened<Node extends { id: string }> = { readonly head: GroupHead; readonly store: PageStore<Node> | undefined }

/**
 * Groups as lines: each head, and below an opened one its members, which come by pages of their own. A place more stands
 * where further members are being read.
 */
export const groupedLines = <Node extends { id: string }>(
  groups: readonly Opened<Node>[],
  { more, next, line }: { more: boolean; next: () => void; line: (node: Node, store: PageStore<Node>) => Line },
): Lines => {
  const parts: { head: GroupHead; store: PageStore<Node> | undefined; begins: number; members: number }[] = []
  let count = 0
  for (const { head, store } of groups) {
    const members = store ? store.count + (store.more || store.state === 'loading' ? 1 : 0) : 0
    parts.push({ head, store, begins: count, members })
    count += 1 + members
  }
  const partAt = (index: number) => parts.findLast(({ begins }) => begins <= index)
  return {
    count,
    more,
    at(index) {
      const part = index < count ? partAt(index) : undefined
      if (!part) return undefined
      if (index === part.begins) return { is: 'group', ...part.head, opened: part.store !== undefined }
      const node = part.store?.at(index - part.begins - 1)
      return node && part.store ? line(node, part.store) : undefined
    },
    want(from, until) {
      for (const { store, begins, members } of parts) {
        const [first, last] = [Math.max(0, from - begins - 1), Math.min(until - begins - 1, members - 1)]
        if (store && store.state === 'ready' && first <= last && last >= 0) store.want(first, last)
      }
      if (more && until >= count - 10) next()
    },
    atHand: () => parts.flatMap(({ store }) => store?.nodes.map(({ id }) => id) ?? []),
    idsBetween: async (from, until) => {
      const ids = []
      for (const { store, begins } of parts)
        if (store && until > begins) ids.push(await store.idsBetween(Math.max(0, from - begins - 1), until - begins - 1))
      return ids.flat()
    },
  }
}
