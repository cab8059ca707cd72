const pairs = (text: string): ReadonlySet<string> => {
  const plain = text.toLowerCase().replaceAll(/[\s\p{P}]/gu, '')
  return new Set(Array.from({ length: Math.max(0, plain.length - 1) }, (_, n) => plain.slice(n, n + 2)))
}
/**
 * How alike two texts are, from 0 to 1: the share of the shorter one's pairs of neighbouring characters that the other
 * has too. Works for Chinese without cutting it into words. C-6
 */
export const similarity = (a: string, b: string): number => {
  const [less, more] = [pairs(a), pairs(b)].toSorted((one, other) => one.size - other.size)
  if (!less || !more || less.size === 0) return 0
  return [...less].filter((pair) => more.has(pair)).length / less.size
}
