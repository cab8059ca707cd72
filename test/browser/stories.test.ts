import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aBrowser } from './open.ts'

const built = join(import.meta.dirname, '../../packages/ui/dist')
const { entries } = JSON.parse(readFileSync(join(built, 'index.json'), 'utf8')) as {
  entries: Record<string, { type: string; name: string; title: string }>
}
const stories = Object.entries(entries).filter(([, { type }]) => type === 'story')

let browser: Browser
beforeAll(async () => {
  browser = await aBrowser()
})
afterAll(() => browser.close())

type Channel = {
  on(event: string, heard: (told: unknown) => void): void
  off(event: string, heard: (told: unknown) => void): void
  emit(event: string, told: object): void
}
declare global {
  var __STORYBOOK_ADDONS_CHANNEL__: Channel
  var axe: typeof import('axe-core')
}

/** Plays a story and gives what went wrong in it, if anything. */
const play = (page: Page, story: string) =>
  page.evaluate(
    (storyId) =>
      new Promise<string | undefined>((resolve) => {
        const channel = globalThis.__STORYBOOK_ADDONS_CHANNEL__
        const wrong: string[] = []
        const say = (told: unknown) => void wrong.push((told as Error).message ?? String(told))
        const events = ['playFunctionThrewException', 'storyThrewException', 'storyErrored', 'unhandledErrorsWhilePlaying']
        const end = () => {
          for (const event of events) channel.off(event, say)
          channel.off('storyFinished', end)
          resolve(wrong.length > 0 ? wrong.join('; ') : undefined)
        }
        for (const event of events) channel.on(event, say)
        channel.on('storyFinished', end)
        channel.emit('setCurrentStory', { storyId, viewMode: 'story' })
      }),
    story,
  )

/** What axe finds at WCAG 2.2 AA; it is brought to the page once. */
const wcag = (page: Page) =>
  page.evaluate(async () => {
    const { violations } = await globalThis.axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
      resultTypes: ['violations'],
    })
    return violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)
  })

// what is said depends on the language alone, and what can be told apart on the theme alone
test.each([
  ['zh', 'light'],
  ['en', 'dark'],
] as const)('X-1 every component in %s, %s: its stories do what they say, and axe finds nothing', async (language, theme) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' })
  await context.route('http://stories/**', (route) => route.fulfill({ path: join(built, new URL(route.request().url()).pathname) }))
  const page = await context.newPage()
  await page.goto(`http://stories/iframe.html?globals=language:${language};theme:${theme}&viewMode=story`)
  await page.waitForFunction(() => '__STORYBOOK_ADDONS_CHANNEL__' in globalThis)
  await page.addScriptTag({ content: axe.source })
  const found: string[] = []
  for (const [id, { title, name }] of stories) {
    const wrong = await play(page, id)
    if (wrong) found.push(`${title} · ${name}: ${wrong}`)
    for (const violation of await wcag(page)) found.push(`${title} · ${name}: ${violation}`)
  }
  await context.close()
  expect(found).toEqual([])
})
