import type { Line, Lines, Row } from '@lintel/ui'
import type { Pages } from './pages.ts'

/** The rows of a list as lines of a table, each made of its node once. */
export const linesFrom = <Node extends { id: string }>(list: Pages<Node>, row: (node: Node) => Row): Lines => {
  const made = new WeakMap<Node, Line>()
  return {
    count: list.count,
    more: list.more.has,
    want: list.want,
    idsBetween: list.idsBetween,
    at(index) {
      const node = list.at(index)
      if (!node) return undefined
      const known = made.get(node)
      if (known) return known
      const line: Line = { is: 'row', row: row(node), mark: list.mark(node.id) }
      made.set(node, line)
      return line
    },
  }
}
