import { typeOf, nounNames } from './names.ts'

/** Ids in the API say what they are of, so that one of another type is never taken for this one. */
export const globalId = (type: string, id: string) => Buffer.from(`${type}:${id}`).toString('base64url')

const nounByType = new Map(nounNames.map((noun) => [typeOf(noun), noun]))
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/** The record's id, if the text is an id of that noun. */
export const idOf = (noun: string, text: string): string | undefined => {
  const found = readGlobalId(text)
  return found?.noun === noun ? found.id : undefined
}
export const readGlobalId = (text: string): { readonly noun: (typeof nounNames)[number]; readonly id: string } | undefined => {
  const [type = '', id = '', more] = Buffer.from(text, 'base64url').toString('utf8').split(':')
  const noun = nounByType.get(type)
  return noun && uuid.test(id) && more === undefined ? { noun, id } : undefined
}
