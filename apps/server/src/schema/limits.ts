import {
  GraphQLError,
  Kind,
  parse,
  type ASTVisitor,
  type FragmentDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql'

/** What a document may be at most. The screens' own documents were measured; these are their maximum with room. SEC-7 */
export const limits = { characters: 20_000, tokens: 3_000, depth: 12, fields: 700, aliases: 30, mutations: 1 }

const tooMuch = (what: string) =>
  new GraphQLError(`The document is too large: ${what}.`, { extensions: { code: 'DOCUMENT_TOO_LARGE', http: { status: 400 } } })

/** Refused before it is parsed to the end. */
export const parseBounded = (source: string) => {
  if (source.length > limits.characters) throw tooMuch('characters')
  return parse(source, { maxTokens: limits.tokens, noLocation: false })
}

type Size = { readonly depth: number; readonly fields: number; readonly aliases: number }
const nothing: Size = { depth: 0, fields: 0, aliases: 0 }

/**
 * Counts what a document would select with its fragments spread out. Every fragment is measured once, so one that
 * spreads itself out over others costs no more to refuse than to read.
 */
export const boundedDocument = (context: ValidationContext): ASTVisitor => {
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const definition of context.getDocument().definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition)
  const measured = new Map<string, Size | undefined>()

  const ofFragment = (name: string): Size => {
    if (measured.has(name)) return measured.get(name) ?? nothing
    measured.set(name, undefined)
    const fragment = fragments.get(name)
    const size = fragment ? measure(fragment.selectionSet) : nothing
    measured.set(name, size)
    return size
  }
  const measure = (set: SelectionSetNode): Size => {
    let total = nothing
    for (const selection of set.selections) {
      const inner: Size =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? ofFragment(selection.name.value)
          : selection.kind === Kind.INLINE_FRAGMENT
            ? measure(selection.selectionSet)
            : selection.selectionSet
              ? measure(selection.selectionSet)
              : nothing
      const own = selection.kind === Kind.FIELD ? 1 : 0
      const alias = selection.kind === Kind.FIELD && selection.alias ? 1 : 0
      total = {
        depth: Math.max(total.depth, inner.depth + own),
        fields: total.fields + inner.fields + own,
        aliases: total.aliases + inner.aliases + alias,
      }
    }
    return total
  }

  return {
    OperationDefinition(operation) {
      const size = measure(operation.selectionSet)
      if (size.depth > limits.depth) context.reportError(tooMuch('depth'))
      if (size.fields > limits.fields) context.reportError(tooMuch('fields'))
      if (size.aliases > limits.aliases) context.reportError(tooMuch('aliases'))
      if (operation.operation === 'mutation' && measureRoot(operation.selectionSet, fragments) > limits.mutations)
        context.reportError(tooMuch('decisions'))
    },
  }
}
// one request decides one thing, so that each has an answer of its own
const measureRoot = (set: SelectionSetNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>, seen: readonly string[] = []): number =>
  set.selections.reduce((sum, selection) => {
    if (selection.kind === Kind.FIELD) return sum + 1
    if (selection.kind === Kind.INLINE_FRAGMENT) return sum + measureRoot(selection.selectionSet, fragments, seen)
    const name = selection.name.value
    const fragment = seen.includes(name) ? undefined : fragments.get(name)
    return sum + (fragment ? measureRoot(fragment.selectionSet, fragments, [...seen, name]) : 0)
  }, 0)
