/** The API calls a decision `fine_sign` in its lists and `fineSign` where it is done; the screens say `fineSign`. */
export const mutationOf = (name: string) => name.replace(/_(\w)/u, (_, first: string) => first.toUpperCase())

const nouns = [
  'emergencyRepair',
  'complaint',
  'notice',
  'fine',
  'visit',
  'approval',
  'chain',
  'person',
  'position',
  'department',
  'departmentRequest',
  'survey',
  'problem',
  'suggestionTable',
  'groupAlert',
  'delegation',
  'category',
  'settings',
  'project',
  'building',
  'unit',
  'customer',
  'contractor',
  'contract',
]

export const nounOfDecision = (mutation: string) =>
  nouns.filter((noun) => mutation.startsWith(noun)).toSorted((a, b) => b.length - a.length)[0] ?? ''

export const nameOf = (mutation: string) => {
  const noun = nounOfDecision(mutation)
  const verb = mutation.slice(noun.length)
  return `${noun}_${verb.slice(0, 1).toLowerCase()}${verb.slice(1)}`
}
