// control characters, those that turn the direction of writing, and those that are not seen
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const tricks = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]/gu
const longest = 100

/** A file's name as it may be shown and offered: no folders, nothing invisible, and the ending of what it is. SEC-14 */
export const safeName = (given: string, endings: readonly [string, ...string[]]): string => {
  const last = given.replaceAll(tricks, '').split(/[/\\]/u).at(-1) ?? ''
  const plain = last
    .replaceAll(/[<>:"|?*]/gu, '_')
    .replaceAll(/\s+/gu, ' ')
    .trim()
  const [, stem = plain, ending = ''] = /^(.*)\.([^.]*)$/u.exec(plain) ?? []
  const kept = [...(endings.includes(ending.toLowerCase()) ? stem : plain)]
    .slice(0, longest)
    .join('')
    .replaceAll(/^\.+|[. ]+$/gu, '')
  return `${kept || 'file'}.${endings.includes(ending.toLowerCase()) ? ending.toLowerCase() : endings[0]}`
}
