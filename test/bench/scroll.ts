// `npm run bench -- scroll`: 100,000 rows of eleven columns are scrolled in a headless Chromium, at full speed and with the
// processor slowed four times, beside AG Grid and Glide in the same interleaved run. Bounded; it ends by itself.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { build, preview } from 'vite'
import { aBrowser } from '../browser/open.ts'
import { packages, pages } from './scroll/peers.ts'

const rounds = 4
const scrolledFor = 3_000
const heapGate = 20
const paintGate = 100

const ours = join(import.meta.dirname, '../../apps/admin/src/test/bench')
const folder = mkdtempSync(join(tmpdir(), 'lintel-scroll-'))

/** The peers where the registry can be reached; without it ours is measured alone. */
const fetchPeers = () => {
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'peers', private: true, dependencies: packages }))
  try {
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--legacy-peer-deps', '--silent'], { cwd: folder, timeout: 180_000 })
    return existsSync(join(folder, 'node_modules/ag-grid-community'))
  } catch {
    return false
  }
}

const built = async (name: string, source: string) => {
  const root = join(folder, name.replaceAll(' ', '-').toLowerCase())
  mkdirSync(root)
  writeFileSync(
    join(root, 'index.html'),
    `<!doctype html><html lang="zh-CN"><body style="margin:0"><div id="root"></div><script type="module" src="./page.js"></script></body></html>`,
  )
  writeFileSync(join(root, 'page.js'), source)
  await build({
    root,
    base: './',
    logLevel: 'error',
    plugins: [react()],
    css: { postcss: { plugins: [] } },
    resolve: { dedupe: ['react', 'react-dom'] },
    build: { outDir: join(folder, 'dist', name), target: 'es2023', emptyOutDir: true, chunkSizeWarningLimit: 5_000 },
  })
}

type Run = { readonly frames: number; readonly heap: number }
const heapOf = async (cdp: CDPSession) => {
  for (let n = 0; n < 3; n++) await cdp.send('HeapProfiler.collectGarbage')
  return (await cdp.send('Runtime.getHeapUsage')).usedSize / 1_048_576
}
const opened = async (browser: Browser, url: string) => {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } })
  const cdp = await page.context().newCDPSession(page)
  await page.goto(url)
  await page.waitForFunction(() => Boolean((window as unknown as { scroller?: () => Element | null }).scroller?.()), null, {
    timeout: 60_000,
  })
  return { page, cdp }
}
const scrolled = async (page: Page) =>
  page.evaluate(
    (time) =>
      new Promise<number>((resolve) => {
        const element = (window as unknown as { scroller: () => HTMLElement }).scroller()
        let frames = 0
        const began = performance.now()
        const step = (now: number) => {
          frames += 1
          element.scrollTop += 600
          if (element.scrollTop + element.clientHeight >= element.scrollHeight - 1) element.scrollTop = 0
          if (now - began < time) requestAnimationFrame(step)
          else resolve((frames * 1000) / (now - began))
        }
        requestAnimationFrame(step)
      }),
    scrolledFor,
  )
const measured = async (browser: Browser, url: string, slower: number): Promise<Run> => {
  const { page, cdp } = await opened(browser, url)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: slower })
  const frames = await scrolled(page)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  const heap = await heapOf(cdp)
  await page.close()
  return { frames, heap }
}

/** From the click to the paint that follows, processor slowed four times: sorted, chosen, opened. */
const paints = async (browser: Browser, url: string) => {
  const { page, cdp } = await opened(browser, url)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await page.evaluate(() => {
    const kept: number[] = []
    new PerformanceObserver((list) => kept.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'event',
      durationThreshold: 16,
    } as PerformanceObserverInit)
    Object.assign(window, { kept })
  })
  const longest = () => page.evaluate(() => Math.max(0, ...(window as unknown as { kept: number[] }).kept.splice(0)))
  const acts: readonly (readonly [string, () => Promise<void>])[] = [
    ['select', () => page.getByRole('checkbox', { name: '选中此行' }).nth(2).click()],
    ['open', () => page.getByRole('row').nth(4).getByRole('gridcell').nth(3).click()],
    ['sort', () => page.getByRole('columnheader', { name: 'title' }).getByRole('button', { name: 'title', exact: true }).click()],
  ]
  const found: Record<string, number> = {}
  for (const [name, act] of acts) {
    await longest()
    await act()
    await page
      .waitForFunction(() => (window as unknown as { kept: number[] }).kept.length > 0, null, { timeout: 3_000 })
      .catch(() => undefined)
    found[name] = await longest()
  }
  await page.close()
  return found
}

const median = (of: readonly number[]) => of.toSorted((a, b) => a - b)[Math.floor(of.length / 2)] ?? 0

try {
  console.log('  Fetching the peers …')
  const withPeers = fetchPeers()
  if (!withPeers) console.log('  The peers cannot be fetched here; ours is measured alone.')
  const rows = join(ours, 'rows.ts')
  const sources = {
    ours: `import ${JSON.stringify(join(ours, 'table.tsx'))}`,
    ...Object.fromEntries(Object.entries(pages).map(([name, source]) => [name, source(rows)])),
  }
  const names = Object.keys(sources).filter((name) => withPeers || name === 'ours')
  for (const name of names) await built(name, sources[name as 'ours'])
  const server = await preview({ root: folder, logLevel: 'error', build: { outDir: 'dist' }, preview: { host: '127.0.0.1', port: 0 } })
  const [base = ''] = server.resolvedUrls?.local ?? []
  const urlOf = (name: string) => `${base}${encodeURIComponent(name)}/index.html`
  const browser = await aBrowser()
  const runs = new Map<string, Run[]>()
  for (let round = 0; round < rounds; round++)
    for (const slower of [1, 4])
      for (const name of names) {
        const key = `${name} ${slower}`
        runs.set(key, [...(runs.get(key) ?? []), await measured(browser, urlOf(name), slower)])
      }
  const of = (name: string, slower: number, what: keyof Run) => median((runs.get(`${name} ${slower}`) ?? []).map((run) => run[what]))
  const bare = withPeers ? of('empty', 1, 'heap') : 0
  console.log(`\n  100,000 rows × 11 columns, median of ${rounds} interleaved rounds`)
  console.log('  grid     | frames/s | frames/s, processor 4 × slower | heap over the empty page, after collection (MB)')
  for (const name of names.filter((one) => one !== 'empty'))
    console.log(
      `  ${name.padEnd(8)} | ${of(name, 1, 'frames').toFixed(0).padStart(8)} | ${of(name, 4, 'frames').toFixed(0).padStart(30)} | ${(of(name, 1, 'heap') - bare).toFixed(1).padStart(8)}`,
    )
  const sessions: Awaited<ReturnType<typeof paints>>[] = []
  for (let round = 0; round < rounds + 1; round++) sessions.push(await paints(browser, urlOf('ours')))
  const painted = Object.fromEntries(Object.keys(sessions[0] ?? {}).map((name) => [name, median(sessions.map((one) => one[name] ?? 0))]))
  console.log(
    `\n  next paint, processor 4 × slower: ${Object.entries(painted)
      .map(([name, ms]) => `${name} ${ms.toFixed(0)} ms`)
      .join(', ')}`,
  )
  await browser.close()
  await server.close()
  const heap = of('ours', 1, 'heap') - bare
  const slow = Math.max(...Object.values(painted))
  const held = [
    [`heap ≤ ${heapGate} MB`, heap <= heapGate],
    [`next paint ≤ ${paintGate} ms`, slow <= paintGate],
  ] as const
  for (const [gate, holds] of held) console.log(`  ${holds ? '✓' : '✗'} ${gate}`)
  if (held.some(([, holds]) => !holds)) process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
