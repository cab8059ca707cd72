/** Where a record lives. */
const pages: Readonly<Record<string, string>> = {
  complaint: '/complaints',
  notice: '/notices',
  fine: '/fines',
  emergencyRepair: '/emergency-repairs',
  visit: '/visits',
  departmentRequest: '/department-requests',
  survey: '/surveys',
  problem: '/problems',
  suggestionTable: '/suggestion-tables',
  groupAlert: '/group-alerts',
  approval: '/approvals',
  contractor: '/contractors',
  project: '/projects',
}

export const pathOf = (noun: string, id: string) => `${pages[noun] ?? '/tasks'}/${encodeURIComponent(id)}`
export const hrefOf = ({ noun, id }: { noun: string; id: string }) => pathOf(noun, id)

/** A list as a view of it shows it. */
export const listHref = (noun: string, view: string) => `${pages[noun] ?? '/tasks'}?view=${encodeURIComponent(view)}`

const nouns = Object.entries(pages)
/** Of which noun the pages below an address are. */
export const nounAt = (address: string) => nouns.find(([, path]) => address === path || address.startsWith(`${path}/`))?.[0]
