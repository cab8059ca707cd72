import { GraphQLError } from 'graphql'
import { UnusableArgument } from '../fields/usable.ts'
import { phrase, type Language } from '../words/say.ts'

/** An argument that cannot be used, said in the reader's language; `field` and `problem` say which and why to a machine. SEC-5 */
const unusable = (error: UnusableArgument, language: Language) =>
  new GraphQLError(phrase(language, `unusable.${error.problem}`, { field: error.message }), {
    extensions: { code: 'BAD_USER_INPUT', field: error.message, problem: error.problem },
  })

/** What is asked for, unless it cannot be asked so. */
export const usable = async <T>(read: () => Promise<T> | T, { language }: { readonly language: Language }): Promise<T> => {
  try {
    return await read()
  } catch (error) {
    throw error instanceof UnusableArgument ? unusable(error, language) : error
  }
}
