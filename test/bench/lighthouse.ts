// `npm run bench -- lighthouse ADDRESS [RUNS]`: queue, list and record of a Lintel with demo records that runs already, signed in, as a
// desk and as a phone see them; five runs each unless told otherwise, their medians. Lighthouse itself is fetched when it is first asked for.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from '@lintel/tooling/database/port.ts'
import { run } from '@lintel/tooling/run.ts'
import { chromium } from 'playwright-core'
import { theChromium } from '../browser/open.ts'

const [address = 'http://127.0.0.1:4000', times = '5'] = process.argv.slice(2)
const lighthouse = 'lighthouse@13.5.0'
const runs = Number(times)
const asked = ['performance', 'accessibility', 'best-practices'] as const
const aims = {
  desktop: { performance: 95, accessibility: 95, 'best-practices': 95 },
  mobile: { performance: 85, accessibility: 95, 'best-practices': 95 },
} as const
const timings = {
  'first-contentful-paint': 'FCP',
  interactive: 'interactive',
  'total-blocking-time': 'TBT',
  'cumulative-layout-shift': 'CLS',
} as const
type Report = {
  readonly categories: Readonly<Record<string, { readonly score: number | null }>>
  readonly audits: Readonly<Record<string, { readonly numericValue?: number }>>
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

const folder = mkdtempSync(join(tmpdir(), 'lintel-lighthouse-'))
const port = await freePort()
const { executablePath, args } = await theChromium()
const browser = spawn(
  executablePath,
  [...args, '--headless', `--remote-debugging-port=${port}`, `--user-data-dir=${join(folder, 'profile')}`, 'about:blank'],
  {
    stdio: 'ignore',
  },
)

/** Signs in and gives the pages; nobody else may hold the browser while Lighthouse looks. */
const signedIn = async () => {
  const answers = () =>
    fetch(`http://127.0.0.1:${port}/json/version`).then(
      () => true,
      () => false,
    )
  while (!(await answers())) await wait(100)
  const connection = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
  const page = await (connection.contexts()[0] ?? (await connection.newContext())).newPage()
  await page.setViewportSize({ width: 1350, height: 940 })
  await page.goto(address)
  await page.locator('input[autocomplete="username"], input[type="email"]').first().fill('rep@lintel.test')
  await page.locator('input[type="password"]').fill('lintel-demo')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/tasks')
  await page.goto(`${address}/complaints`)
  await page.locator('[role=grid][aria-busy=false]').waitFor()
  await page.getByRole('row').nth(2).getByRole('gridcell').nth(2).click()
  await page.waitForURL(/[?&]open=/)
  const record = new URL(page.url()).searchParams.get('open') ?? ''
  await page.close()
  await connection.close()
  return ['/tasks', '/complaints', `/complaints/${record}`]
}

const measured = async (path: string, form: 'desktop' | 'mobile'): Promise<Report> => {
  const file = join(folder, 'report.json')
  await run('npx', [
    '--yes',
    lighthouse,
    `${address}${path}`,
    `--port=${port}`,
    '--disable-storage-reset',
    // the stream of changes never ends: the network is never quite idle
    '--max-wait-for-load=15000',
    `--only-categories=${asked.join(',')}`,
    ...(form === 'desktop' ? ['--preset=desktop'] : []),
    '--output=json',
    `--output-path=${file}`,
    '--quiet',
  ])
  return JSON.parse(readFileSync(file, 'utf8')) as Report
}
try {
  for (const [n, path] of (await signedIn()).entries())
    for (const form of ['desktop', 'mobile'] as const) {
      const reports: Report[] = []
      for (let each = 0; each < runs; each++) reports.push(await measured(path, form))
      const scores = asked.map((category) => {
        const score = Math.round(median(reports.map(({ categories }) => categories[category]?.score ?? 0)) * 100)
        return `${category} ${score}${score < aims[form][category] ? ` (aim ${aims[form][category]})` : ''}`
      })
      const seen = Object.entries(timings).map(([audit, name]) => {
        const value = median(reports.map(({ audits }) => audits[audit]?.numericValue ?? 0))
        return `${name} ${name === 'CLS' ? value.toFixed(3) : `${Math.round(value)} ms`}`
      })
      console.log(`${['queue', 'list', 'record'][n]} ${form}: ${scores.join(', ')}; ${seen.join(', ')}`)
    }
} finally {
  browser.kill()
  await once(browser, 'exit')
  rmSync(folder, { recursive: true, force: true })
}
