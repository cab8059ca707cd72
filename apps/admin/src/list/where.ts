import { fromAddress, groupOf, isCondition, modeOf, partsOf, toAddress, type Field, type FilterTree } from '@lintel/ui'

// What does not fit into `field=value`: (state:open|severity:major;title:漏水) means open, or major and leaking. `|` is any,
// `;` is all, `!(…|…)` is none of them; what would be taken for one of these signs in a value is escaped.

const escaped = (text: string) => text.replaceAll(/[%()|;]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
const unescaped = (text: string) => text.replaceAll(/%([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

export const writeTree = (tree: FilterTree): string => {
  if (isCondition(tree)) return `${tree.key}:${escaped(toAddress(tree.filter))}`
  const mode = modeOf(tree)
  return `${mode === 'nor' ? '!' : ''}(${partsOf(tree)
    .map(writeTree)
    .join(mode === 'and' ? ';' : '|')})`
}

const deepest = 6

/** What was written so; what cannot be read, and fields that cannot be filtered by, are left out. */
export const readTree = (text: string, fields: readonly Field[]): FilterTree | undefined => {
  let at = 0
  const condition = (): FilterTree | undefined => {
    const [whole = ''] = /^[^()|;]*/u.exec(text.slice(at)) ?? []
    at += whole.length
    const colon = whole.indexOf(':')
    const field = fields.find(({ key, filterable }) => filterable && key === whole.slice(0, colon))
    const filter = field && fromAddress(field, unescaped(whole.slice(colon + 1)))
    return field && filter ? { key: field.key, filter } : undefined
  }
  const part = (depth: number): FilterTree | undefined => {
    const none = text[at] === '!'
    if (none) at++
    if (text[at] !== '(') return condition()
    if (depth > deepest) return undefined
    at++
    const parts: FilterTree[] = []
    let any = false
    while (at < text.length && text[at] !== ')') {
      const before = at
      const inner = part(depth + 1)
      if (inner) parts.push(inner)
      if (text[at] === '|' || text[at] === ';') {
        any ||= text[at] === '|'
        at++
      } else if (at === before) return undefined
    }
    at++
    return groupOf(none ? 'nor' : any ? 'or' : 'and', parts)
  }
  return text === '' ? undefined : part(1)
}
