import type { Reader } from '../schema/context.ts'
import type { Test, Tree } from './filter.ts'
import type { Registry } from './registry.ts'
import { mayUse, UnusableArgument } from './usable.ts'

/** A filter as it is kept until a job reads it: fields by their names. */
export type KeptFilter =
  | { readonly all: readonly KeptFilter[] }
  | { readonly any: readonly KeptFilter[] }
  | { readonly none: KeptFilter }
  | { readonly field: string; readonly test: Test }

export const keptFilter = ({ fields }: Registry, tree: Tree): KeptFilter => {
  const kept = (one: Tree): KeptFilter => {
    if ('all' in one) return { all: one.all.map(kept) }
    if ('any' in one) return { any: one.any.map(kept) }
    if ('none' in one) return { none: kept(one.none) }
    const name = Object.keys(fields).find((key) => fields[key] === one.field)
    if (name === undefined) throw new Error('a filter asks for a field that no registry has')
    return { field: name, test: one.test }
  }
  return kept(tree)
}

/** The same for whoever reads it now: what they may not read any more is refused by name. SEC-5 */
export const readKeptFilter = ({ fields }: Registry, reader: Reader, kept: KeptFilter): Tree => {
  const tree = (one: KeptFilter): Tree => {
    if ('all' in one) return { all: one.all.map(tree) }
    if ('any' in one) return { any: one.any.map(tree) }
    if ('none' in one) return { none: tree(one.none) }
    const field = fields[one.field]
    if (!field?.filter || !mayUse(field, reader)) throw new UnusableArgument(one.field, 'notUsable')
    return { field, test: one.test }
  }
  return tree(kept)
}
