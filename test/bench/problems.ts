// `npm run bench -- problems`: how often bursts of every size and height are found, and how much of what is found is chance, in
// simulated months; prints a table and draws it to a file. Its seeds are not those the method is judged by.
import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { simulate } from '../build/simulated-months.ts'
import { tuningSeeds } from '../build/simulation-seeds.ts'

const sizes = [0.5, 1, 2, 3, 5, 8, 12, 20, 50] as const
const heights = [1.5, 2, 3, 4, 6] as const
type Tally = { planted: number; found: number }
const tallies = new Map<string, Tally>()
const bin = (value: number, edges: readonly number[]) => edges.findLast((edge) => edge <= value)

let found = 0
let chance = 0
for (const seed of tuningSeeds)
  for (const { bursts, found: all, owed } of simulate(seed)) {
    found += all.length
    chance += all.filter((one) => owed(one) < (one.seen - one.expected) / 2).length
    for (const { cell, dimension, value, expected, came } of bursts) {
      const [size, height] = [bin(expected, sizes), bin(came / expected, heights)]
      if (size === undefined || height === undefined) continue
      const tally = tallies.get(`${size} ${height}`) ?? { planted: 0, found: 0 }
      tally.planted++
      if (all.some((one) => one.key === cell && one.dimension === dimension && one.value === String(value))) tally.found++
      tallies.set(`${size} ${height}`, tally)
    }
  }

const shareOf = (size: number, height: number) => {
  const tally = tallies.get(`${size} ${height}`)
  return tally && tally.planted >= 5 ? tally.found / tally.planted : undefined
}
const percent = (share: number | undefined) => (share === undefined ? '·' : `${Math.round(100 * share)} %`)
console.log(`\nBursts found, by how many cases were expected (lines) and how many times as many came (columns)\n`)
console.log(['expected', ...heights.map((height) => `× ${height}`)].map((one) => one.padStart(9)).join(''))
for (const size of sizes)
  console.log([`≥ ${size}`, ...heights.map((height) => percent(shareOf(size, height)))].map((one) => one.padStart(9)).join(''))
console.log(`\n${found} findings, ${percent(chance / found)} of them chance\n`)

const [width, high, left, bottom] = [640, 360, 60, 40]
const x = (size: number) => left + ((width - left - 20) * Math.log(size / 0.5)) / Math.log(100)
const y = (share: number) => 20 + (high - bottom - 20) * (1 - share)
const line = (height: number, n: number) => {
  const points = sizes.flatMap((size) => {
    const share = shareOf(size, height)
    return share === undefined ? [] : [`${x(size).toFixed(0)},${y(share).toFixed(0)}`]
  })
  const last = points.at(-1)?.split(',') ?? ['0', '0']
  return `<polyline points="${points.join(' ')}" fill="none" stroke="#222" stroke-width="1.5" stroke-dasharray="${[1, 3, 5, 8, 0][n]} 3"/><text x="${Number(last[0]) + 4}" y="${last[1]}" font-size="11">× ${height}</text>`
}
const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${high}" font-family="sans-serif"><rect width="100%" height="100%" fill="#fff"/>
${[0, 0.25, 0.5, 0.75, 1].map((share) => `<line x1="${left}" x2="${width - 20}" y1="${y(share)}" y2="${y(share)}" stroke="#ddd"/><text x="${left - 8}" y="${y(share) + 4}" font-size="11" text-anchor="end">${percent(share)}</text>`).join('')}
${sizes.map((size) => `<text x="${x(size)}" y="${high - 20}" font-size="11" text-anchor="middle">${size}</text>`).join('')}
<text x="${width / 2}" y="${high - 4}" font-size="11" text-anchor="middle">cases expected in the month</text>
${heights.map(line).join('\n')}</svg>`
const file = join(tmpdir(), 'lintel-problems.svg')
writeFileSync(file, svg)
console.log(`drawn in ${file}`)
