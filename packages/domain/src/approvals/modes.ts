/** 或签 any of them · 会签 each of them · 依次 in order. B-1 */
export const modes = ['any', 'all', 'inOrder'] as const
export type Mode = (typeof modes)[number]
