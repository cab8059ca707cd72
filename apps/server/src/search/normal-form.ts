/**
 * The form in which texts are compared: a character at a time, so that a fragment's form is always a fragment of the
 * text's form. Full width is half width, upper case is lower case (NFKC), whatever is space is one space, what has no
 * width is nothing. X-3
 */
const forms = new Map<string, string>()
const workedOut = (character: string) => {
  if (/^[\p{Z}\p{Cc}]$/u.test(character)) return ' '
  if (/^[\p{Cf}\uFE0E\uFE0F]$/u.test(character)) return ''
  // half of a pair is no character; PostgreSQL keeps none either
  return character.toWellFormed().normalize('NFKC').toLowerCase()
}
const formOf = (character: string): string => {
  const code = character.charCodeAt(0)
  if (code >= 0x4e00 && code <= 0x9fff) return character
  const known = forms.get(character)
  if (known !== undefined) return known
  const form = workedOut(character)
  forms.set(character, form)
  return form
}

export const normalForm = (text: string): string => {
  let form = ''
  for (const character of text) form += formOf(character)
  return form
}

/** The form, and for each of its UTF-16 units where in the text the character began that it comes from. */
export const locatedForm = (text: string): { readonly form: string; readonly from: readonly number[] } => {
  let form = ''
  const from: number[] = []
  let at = 0
  for (const character of text) {
    const one = formOf(character)
    form += one
    for (let n = 0; n < one.length; n++) from.push(at)
    at += character.length
  }
  return { form, from: [...from, at] }
}
