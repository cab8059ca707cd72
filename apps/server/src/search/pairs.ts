import { hash } from 'node:crypto'
import type { NounName } from '@lintel/domain'

/**
 * What the index holds: every two neighbouring UTF-16 units of a text as one number. A text that contains a fragment
 * holds all of the fragment's pairs; whether it contains it is then looked up in the text itself. X-3
 */
export const pairsOf = (form: string): readonly number[] => {
  const pairs = new Set<number>()
  for (let n = 0; n + 1 < form.length; n++) {
    const [first, second] = [form.charCodeAt(n), form.charCodeAt(n + 1)]
    // a term has no space in it
    if (first > space && second > space) pairs.add((first << 16) | second)
  }
  return [...pairs]
}
const space = 32

/** As many of a term's pairs as cover each of its letters: the text itself is compared anyway. */
export const coveringPairs = (term: string): readonly number[] => {
  const couples = term.match(/[\s\S]{2}/g) ?? []
  return [...couples, ...(term.length % 2 ? [term.slice(-2)] : [])].flatMap(pairsOf)
}

// no text has a unit 0 or 1: those pairs are free to say of which noun and project an entry is, so that the index
// leaves out the others' by itself. Two with one mark cost time, never a wrong answer: the columns are compared too.
const mark = (unit: 0 | 1, of: string) => (unit << 16) | Number.parseInt(hash('sha256', of, 'hex').slice(0, 4), 16)
export const markOfNoun = (noun: NounName) => mark(1, noun)
export const markOfProject = (project: string) => mark(0, project)
