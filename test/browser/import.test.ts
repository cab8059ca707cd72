import { AxeBuilder } from '@axe-core/playwright'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anApp, type App } from '../build/app.ts'
import { workbook } from '../build/workbook.ts'
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
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const rows = [
  ['客户资料表'],
  ['姓名', '联系电话', '身份证号', '楼盘', '楼号', '房号', '来源'],
  ['周一', '013800000001', '220102199001011234', '郦城', '3栋', '1202', '老系统'],
  ['周二', '13800000002', '', '郦城', '3栋', '1202', '老系统'],
  ['周三', '13800000003', '', '海底城', '', '', '老系统'],
  ['王小明', '13812345678', '220102198001011299', '郦城', '3栋', '1202', '老系统'],
]

test('X-5 customers come from a workbook: mapped, checked, taken over without the bad line, and known the second time', async () => {
  const page = await somebody(browser, app, 'manager', { size: 'wide' })
  const begin = async () => {
    await page.goto(`${app.url}/settings/imports`)
    await page.getByRole('button', { name: '新建导入' }).click()
    await page.getByLabel('导入内容').first().selectOption('customers')
    const chosen = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: '文件' }).first().click()
    await (await chosen).setFiles([{ name: '客户.xlsx', mimeType: xlsx, buffer: workbook(rows) }])
    await page.getByRole('button', { name: '上传并读取' }).click()
    await page.getByRole('button', { name: '检查每一行' }).waitFor()
  }
  await begin()
  // the headings below the title are found, and what they are for
  expect(await page.getByLabel('表头所在行').inputValue()).toBe('2')
  expect(await page.getByLabel('电话', { exact: true }).inputValue()).toBe('联系电话')
  await page.getByText('没有用到的列：来源').waitFor()
  await page.getByLabel('对应的名称').fill('客户资料表')
  await page.getByRole('button', { name: '保存对应' }).click()
  await page.getByText('对应已保存。').waitFor()
  await page.shot('import-mapping-zh')
  const { violations } = await new AxeBuilder({ page }).include('main').analyze()
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([])

  await page.getByRole('button', { name: '检查每一行' }).click()
  await page.getByText('没有找到“海底城”，请先在系统里建立，或改成系统里的名称。').waitFor()
  // nobody sees more of an identity number than that it is there
  await page.getByRole('cell', { name: '220*************34', exact: true }).waitFor()
  await page.shot('import-checked-zh')
  expect((await new AxeBuilder({ page }).include('main').analyze()).violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual(
    [],
  )
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: '下载错误行' }).click()
  expect((await download).suggestedFilename()).toBe('客户-errors.csv')
  await page.getByRole('button', { name: '导入 2 条' }).click()
  await page.getByText('已完成').first().waitFor()
  await page.shot('import-done-zh')

  await begin()
  await page.getByRole('button', { name: '检查每一行' }).click()
  await page.getByText('没有可导入的新内容。').waitFor()
  await page.getByLabel('修改 1 条与文件有出入的记录').click()
  await page.getByRole('button', { name: '导入 1 条' }).click()
  await page.getByText('已完成').first().waitFor()
  await page.getByRole('link', { name: '← 全部导入' }).click()
  await expect.poll(() => page.getByRole('link', { name: '客户.xlsx' }).count()).toBe(2)
  await page.shot('imports-zh')
  await page.context().close()

  const english = await somebody(browser, app, 'manager', { language: 'en', size: 'phone' })
  await english.goto(`${app.url}/settings/imports`)
  await english.getByRole('link', { name: '客户.xlsx' }).first().waitFor()
  await english.shot('imports-en-phone')
  await english.getByRole('link', { name: '客户.xlsx' }).last().click()
  await english.getByText('was not found. Add it first').waitFor()
  await english.shot('import-done-en-phone')
  await english.context().close()
})
