/** Types that are part of what holds them and have no id of their own; a test holds this against the schema. */
export const keyless: readonly string[] = ['Money', 'Count', 'PageInfo', 'AvailableDecision', 'Clock']
