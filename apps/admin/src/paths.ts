/** Where a record lives. */
const pages: Readonly<Record<string, string>> = {
  complaint: '/complaints',
  notice: '/notices',
  fine: '/fines',
  emergencyRepair: '/emergency-repairs',
  visit: '/visits',
  approval: '/approvals',
  contractor: '/contractors',
  project: '/projects',
  person: '/settings/people',
}

export const pathOf = (noun: string, id: string) => `${pages[noun] ?? '/tasks'}/${encodeURIComponent(id)}`
export const hrefOf = ({ noun, id }: { noun: string; id: string }) => pathOf(noun, id)
