import { AxeBuilder } from '@axe-core/playwright'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase, anApp, ids, type App } from '../build/app.ts'
import { aFilm, aNoisyPhoto, aPhoto } from '../build/pictures.ts'
import { uploads } from '../build/uploads.ts'
import { aBrowser, somebody } from './open.ts'

let app: App
let browser: Browser
beforeAll(async () => {
  app = await anApp('2026-11-23 09:00')
  browser = await aBrowser()
})
afterAll(async () => {
  await browser.close()
  await app.close()
})
const file = (name: string, mimeType: string, buffer: Buffer) => ({ name, mimeType, buffer })
const address = (path: string) => `${app.url}/${path}`

test('C-1 X-8 photos, a film and a paper given while registering stand on the case and open over the whole screen', async () => {
  const page = await somebody(browser, app, 'frontDesk', { size: 'wide' })
  await page.goto(address('complaints/new'))
  await page.getByRole('button', { name: '选择文件' }).waitFor()
  const chosen = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '选择文件' }).click()
  await (
    await chosen
  ).setFiles([
    file('顶板.jpg', 'image/jpeg', await aPhoto({ gps: true, colour: '#54707c' })),
    file('滴水.mp4', 'video/mp4', aFilm()),
    file('来信.pdf', 'application/pdf', Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n')),
    file('脚本.jpg', 'image/jpeg', Buffer.from('<html><script>alert(1)</script></html>')),
  ])
  await page.getByText('不能收这种文件').waitFor()
  await page.getByLabel('说明 1').fill('主卫顶板滴水')
  await page.shot('evidence-form-zh')
  await page.getByRole('button', { name: '移除 脚本.jpg' }).click()
  await page.keyboard.press('Escape')

  await page.getByLabel('房屋').fill('1202')
  await page.getByRole('option').first().click()
  await page.getByLabel('客户原话').fill('顶板一直滴水，附照片')
  await page.getByRole('textbox', { name: '分类' }).fill('质量')
  await page.getByRole('option').first().click()
  await page.getByRole('button', { name: '登记' }).last().click()
  await page.getByRole('button', { name: '查看 主卫顶板滴水' }).waitFor()
  await page.getByText('原件带位置').waitFor()
  await page.getByRole('button', { name: '核对是否被改动' }).click()
  await page.getByText('3 个文件与登记时一致').waitFor()
  await page.shot('evidence-case-zh')
  const { violations } = await new AxeBuilder({ page }).include('section[aria-label="证据"]').analyze()
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([])

  await page.getByRole('button', { name: '查看 主卫顶板滴水' }).press('Enter')
  const picture = page.locator('.yarl__slide_current img')
  await picture.waitFor()
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(640)
  await page.shot('evidence-viewer-zh')
  await page.keyboard.press('ArrowRight')
  await page.locator('.yarl__slide_current video').waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(() => page.locator('.yarl__root').count()).toBe(0)
  await page.context().close()
})

test('X-8 an upload whose network is lost goes on from where it stopped', async () => {
  const complaint = await aCase(app)
  const page = await somebody(browser, app, 'rep')
  const photo = await aNoisyPhoto(10_000_000)
  const sent: number[] = []
  page.on('request', (request) => {
    if (request.method() === 'PATCH') sent.push(Number(request.headers()['upload-offset']))
  })
  // the second piece never arrives
  let cut = true
  await page.route('**/uploads/*', async (route) => {
    if (cut && route.request().method() === 'PATCH' && route.request().headers()['upload-offset'] !== '0')
      await route.abort('internetdisconnected')
    else await route.continue()
  })
  await page.goto(address(`complaints/${encodeURIComponent(complaint)}`))
  await page.getByRole('button', { name: '补充证据' }).click()
  await page.getByRole('button', { name: '选择文件' }).waitFor()
  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles(file('大图.png', 'image/png', photo))
  await page.getByText('网络中断').waitFor({ timeout: 30_000 })
  await page.shot('evidence-waiting-zh')
  cut = false
  await page.getByRole('button', { name: '继续' }).click()
  await page
    .getByText(/\d MB$/)
    .first()
    .waitFor()
  await page.getByRole('button', { name: '补充证据' }).last().click()
  await page.getByRole('button', { name: /查看 大图/ }).waitFor()
  expect(sent.filter((offset) => offset === 0)).toHaveLength(1)
  expect(new Set(sent)).toEqual(new Set([0, 4_194_304, 8_388_608]))
  await page.context().close()
})

test('N-4 before and after stand side by side, on a telephone too', async () => {
  const [before, after, arrived] = await Promise.all(
    ['#5b5348', '#d9d4c8', '#667788'].map(async (colour, n) => uploads(app, 'rep', `${n}.jpg`, await aPhoto({ colour }))),
  )
  const shown = (title: string, one: string | undefined) => [{ kind: 'photo', title, file: one }]
  const notice = await app.does('rep', 'noticeDraft', {
    input: {
      project: ids.near,
      contractor: ids.contractor,
      deadline: app.iso('2026-11-26 18:00'),
      defects: [{ element: 'bathroom', location: '主卫', requirement: '重做防水', photos: shown('顶板水渍', before) }],
    },
  })
  await app.does('rep', 'noticeServe', { id: notice, input: { at: app.iso('2026-11-23 09:00'), how: 'paper' } })
  app.at('2026-11-23 15:00')
  const late = { at: app.iso('2026-11-23 10:00'), lateReason: '工地无信号' }
  const bare = await app.decide('rep', 'noticeRecordArrival', { id: notice, input: late })
  expect(bare.code).toBe('LateEntryNeedsReason')
  await app.does('rep', 'noticeRecordArrival', { id: notice, input: { ...late, evidence: shown('门卫登记', arrived) } })
  await app.does('rep', 'noticeRecordCompletion', { id: notice, input: { at: app.iso('2026-11-23 14:50') } })
  await app.does('rep', 'noticeInspect', {
    id: notice,
    input: {
      at: app.iso('2026-11-23 14:55'),
      results: [{ defect: '1', standardMet: true, ownerSatisfied: true, photos: shown('闭水合格', after) }],
    },
  })
  for (const size of ['desk', 'phone'] as const) {
    const page = await somebody(browser, app, 'rep', { size, ...(size === 'phone' ? { language: 'en' } : {}) })
    await page.goto(address(`notices/${encodeURIComponent(notice)}`))
    const sides = size === 'phone' ? ['Before', 'After'] : ['整改前', '整改后']
    const boxes = await Promise.all(
      sides.map(async (name) => {
        const part = page.getByRole('region', { name, exact: true })
        await part.getByRole('button').first().waitFor()
        await part.scrollIntoViewIfNeeded()
        return part.boundingBox()
      }),
    )
    expect(Math.abs((boxes[0]?.y ?? 0) - (boxes[1]?.y ?? 99))).toBeLessThan(2)
    expect(boxes[1]?.x).toBeGreaterThan((boxes[0]?.x ?? 0) + (boxes[0]?.width ?? 0))
    await page.shot(`evidence-pairs-${size}`)
    await page.context().close()
  }
})
