import type { Reader } from '../schema/context.ts'
import type { Field } from './registry.ts'

/** What may not be read may not be filtered, sorted, grouped, totalled or exported by. SEC-5 */
export const mayUse = (field: Field, reader: Reader) => field.permission === undefined || reader.may(field.permission)

export const problems = ['cursor', 'days', 'notGrouped', 'notSorted', 'notUsable', 'tooDeep', 'tooMany', 'value'] as const
export type Problem = (typeof problems)[number]

/** What a list was asked that it cannot be: which field or argument, and what is wrong with it. */
export class UnusableArgument extends Error {
  readonly problem: Problem
  constructor(argument: string, problem: Problem) {
    super(argument)
    this.problem = problem
  }
}
