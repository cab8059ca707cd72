import type { Field } from '../fields/registry.ts'

/** What stands above a column, and how it is laid out. */
export type Heading = { readonly label: string; readonly field: Pick<Field, 'width' | 'pinned'> }
