// `npm run bench -- weight ADDRESS`: what a browser fetches of scripts from the sign-in to the first list of a Lintel with demo records that
// runs already, compressed as gzip does at its best. Files are told, the heaviest first.
import { gzipSync } from 'node:zlib'
import { aBrowser } from '../browser/open.ts'

const [address = 'http://127.0.0.1:4000'] = process.argv.slice(2)
const aim = 250_000

const browser = await aBrowser()
try {
  for (const list of ['/tasks', '/complaints']) {
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' })).newPage()
    const fetched = new Map<string, Promise<number>>()
    page.on('response', (answer) => {
      const { pathname } = new URL(answer.url())
      if (pathname.endsWith('.js'))
        fetched.set(
          pathname,
          answer.body().then((body) => gzipSync(body, { level: 9 }).length),
        )
    })
    await page.goto(`${address}/sign-in?to=${list}`)
    await page.locator('input[autocomplete="username"], input[type="email"]').first().fill('rep@lintel.test')
    await page.locator('input[type="password"]').fill('lintel-demo')
    await page.keyboard.press('Enter')
    await page.getByRole('row').nth(2).waitFor()
    const files = await Promise.all([...fetched].map(async ([name, size]) => ({ name, size: await size })))
    const sum = files.reduce((total, { size }) => total + size, 0)
    console.log(`sign-in to ${list}: ${sum} bytes in ${files.length} files${sum > aim ? ` (aim ${aim})` : ''}`)
    for (const { name, size } of files.toSorted((a, b) => b.size - a.size)) console.log(`  ${String(size).padStart(7)} ${name}`)
  }
} finally {
  await browser.close()
}
