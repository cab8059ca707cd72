import type { Line, Lines, Row } from '@lintel/ui'
import type { Pages } from './pages.ts'

/** Lines by the nodes they were made of, so that what says the same is the same and is not drawn again. */
export type MadeLines<Node extends object> = WeakMap<Node, { readonly said: string; readonly line: Line }>

/** The rows of a list as lines of a table. */
export const linesFrom = <Node extends { id: string }>(
  list: Pages<Node>,
  row: (node: Node) => Row,
  made: MadeLines<Node> = new WeakMap(),
): Lines => {
  const now = new WeakSet<Node>()
  return {
    count: list.count,
    more: list.more.has,
    want: list.want,
    atHand: () => list.nodes.map(({ id }) => id),
    idsBetween: list.idsBetween,
    at(index) {
      const node = list.at(index)
      if (!node) return undefined
      const known = made.get(node)
      if (known && now.has(node)) return known.line
      const line: Line = { is: 'row', row: row(node), mark: list.mark(node.id) }
      const said = JSON.stringify(line)
      now.add(node)
      if (known?.said === said) return known.line
      made.set(node, { said, line })
      return line
    },
  }
}
