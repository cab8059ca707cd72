// `npm run bench -- import`: 120,000 complaints of another system are taken over from a csv file, into a throw-away
// database, with the time and the memory that took. REL-13
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { importFile } from '@lintel/server/import/import-file.ts'
import { mappingFrom } from '@lintel/server/import/mapping-file.ts'
import { migrate } from '@lintel/tooling/database/migrate.ts'
import { openThrowaway } from '@lintel/tooling/database/throwaway.ts'
import { email, foundCompany } from '../build/company.ts'

const records = 120_000
function* lines() {
  yield '编号,标题,内容,时间,答复,答复时间,类型,楼盘,楼栋,房号\n'
  for (let n = 0; n < records; n++) {
    const day = `2024-${String((n % 12) + 1).padStart(2, '0')}-${String((n % 28) + 1).padStart(2, '0')}`
    yield `ID${n},卫生间漏水 ${n},"卫生间顶板渗水三天了，第 ${n} 次来电，\n请尽快处理",${day} 09:05,已安排维修并修好,${day} 17:05,投诉,郦城,3栋,1202\n`
  }
}
const mapping = mappingFrom('bench', {
  source: 'bench',
  inputs: {
    sourceId: '编号',
    title: '标题',
    wording: '内容',
    registeredAt: '时间',
    reply: '答复',
    repliedAt: '答复时间',
    kind: '类型',
    project: '楼盘',
    building: '楼栋',
    unit: '房号',
    category: { value: '质量' },
    channel: { value: 'phone' },
    severity: { value: 'general' },
  },
})

const throwaway = await openThrowaway('bench')
const dataFolder = mkdtempSync(join(tmpdir(), 'lintel-bench-'))
try {
  const { ownerUrl, databaseUrl } = throwaway.urls('bench')
  await migrate({ ownerUrl, role: new URL(databaseUrl).username })
  await foundCompany({ databaseUrl, dataFolder })
  const file = join(dataFolder, 'records.csv')
  await pipeline(Readable.from(lines()), createWriteStream(file))
  for (const [what, options] of [
    ['checked', { preview: true }],
    ['taken over', {}],
    ['known already', {}],
  ] as const) {
    const before = process.memoryUsage.rss()
    let most = before
    const watching = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 50)
    const began = performance.now()
    const done = await importFile({ databaseUrl, dataFolder, file, mapping, as: email('manager'), ...options })
    clearInterval(watching)
    console.log(
      `  ${what}: ${done.read.toLocaleString('en')} records (${done.taken} new, ${done.known} known, ${done.errors} with errors) in ${((performance.now() - began) / 1000).toFixed(1)} s, +${((most - before) / 1_048_576).toFixed(0)} MB above ${(before / 1_048_576).toFixed(0)} MB`,
    )
  }
} finally {
  await throwaway.stop()
  rmSync(dataFolder, { recursive: true, force: true })
}
