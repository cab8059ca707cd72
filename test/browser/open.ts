import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import chromium from '@sparticuz/chromium'
import { chromium as playwright, type Browser, type Page } from 'playwright-core'
import type { App } from '../build/app.ts'
import { email, password, type Name } from '../build/company.ts'

const kept = join(import.meta.dirname, '../../test-results/screens')
const system = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The Chromium of the machine, or the one that comes in a package. */
export const theChromium = async () => {
  const found = system.find((path) => existsSync(path))
  return {
    executablePath: found ?? (await chromium.executablePath()),
    // the packaged one is made for one page in one process; people have several windows
    args: found ? flags : [...chromium.args.filter((flag) => flag !== '--single-process'), ...flags],
  }
}
export const aBrowser = async (): Promise<Browser> => playwright.launch(await theChromium())

const sizes = {
  wide: { width: 1600, height: 1000 },
  desk: { width: 1280, height: 800 },
  phone: { width: 390, height: 844 },
} as const
type Options = { readonly size?: keyof typeof sizes; readonly language?: 'zh' | 'en'; readonly dark?: boolean }

export type Screen = Page & { shot(name: string): Promise<void> }

/** Somebody at the screen, signed in through the page. What goes wrong in the console fails the test. */
export const somebody = async (
  browser: Browser,
  app: App,
  name: Name,
  { size = 'desk', language = 'zh', dark = false }: Options = {},
): Promise<Screen> => {
  const context = await browser.newContext({
    viewport: sizes[size],
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    timezoneId: 'Asia/Shanghai',
    colorScheme: dark ? 'dark' : 'light',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  page.on('pageerror', (error) => {
    throw error
  })
  await page.goto(app.url)
  await page.locator('input[type="email"], input[autocomplete="username"]').first().fill(email(name))
  await page.locator('input[type="password"]').fill(password)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/tasks')
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  return Object.assign(page, {
    async shot(as: string) {
      mkdirSync(kept, { recursive: true })
      await page.screenshot({ path: join(kept, `${as}.png`) })
    },
  })
}
