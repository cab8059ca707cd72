import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { inRepository, repository } from './repository.ts'
import { listenTo } from './run.ts'

type Found = { readonly rule: { readonly name: string }; readonly from: string; readonly to: string }
type Report = {
  readonly summary: {
    readonly violations: readonly Found[]
    readonly totalCruised: number
    readonly ruleSetUsed: { readonly forbidden: readonly { readonly name: string }[] }
  }
}

const directionsIn = async (folder: string) => {
  const config = inRepository('.config/dependency-cruiser.mjs')
  const { output } = await listenTo('depcruise', ['--config', config, '--output-type', 'json', 'apps', 'packages', 'test'], { in: folder })
  const { summary } = JSON.parse(output) as Report
  return {
    files: summary.totalCruised,
    rules: summary.ruleSetUsed.forbidden.map(({ name }) => name),
    found: summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`),
  }
}

test('nobody imports whom they must not', async () => {
  const { files, found } = await directionsIn(repository)
  expect(found).toEqual([])
  expect(files).toBeGreaterThan(300)
})

/** Files of a small house in order, and in it one file a rule that breaks just this rule. */
const house = {
  'packages/domain/src/index.ts': `export { fine } from './fines/fine.ts'\nexport { nouns } from './nouns.ts'`,
  'packages/domain/src/nouns.ts': `import { fine } from './fines/fine.ts'\nexport const nouns = { fine }\nexport type Nouns = typeof nouns`,
  'packages/domain/src/kernel/money.ts': `export const nothing = 0n`,
  'packages/domain/src/kernel/names.ts': `import type { Nouns } from '../nouns.ts'\nexport type NounName = keyof Nouns`,
  'packages/domain/src/approvals/approval.ts': `import { nothing } from '../kernel/money.ts'\nexport const approval = nothing`,
  'packages/domain/src/fines/fine.ts': `import { approval } from '../approvals/approval.ts'\nexport const fine = approval`,
  'packages/domain/src/fines/fine.test.ts': `import 'node:fs'\nimport { fine } from './fine.ts'\nimport '../../../../test/build/town.ts'\nexport const tried = fine`,
  'packages/ui/src/index.ts': `export { Table } from './Table.ts'`,
  'packages/ui/src/Table.ts': `export const Table = 1`,
  'packages/tooling/database/port.ts': `export const port = 1`,
  'packages/tooling/run.ts': `export const run = 1`,
  'apps/server/src/main.ts': `import { fine } from '../../../packages/domain/src/index.ts'\nimport { port } from '../../../packages/tooling/database/port.ts'\nexport const main = [fine, port]`,
  'apps/admin/src/fines/Page.ts': `import { Table } from '../../../../packages/ui/src/index.ts'\nexport const Page = Table`,
  'apps/admin/src/record/AnyRecord.ts': `export const AnyRecord = 1`,
  'test/build/town.ts': `export const town = 1`,
}

const planted = {
  'domain-imports-nothing': { 'packages/domain/src/fines/fetch.ts': `import 'node:http'` },
  'kernel-knows-no-noun': {
    'packages/domain/src/kernel/nosy.ts': `import type { fine } from '../fines/fine.ts'\nexport type Fine = typeof fine`,
  },
  'names-take-types-only': { 'packages/domain/src/kernel/names.ts': `import { nouns } from '../nouns.ts'\nexport const names = nouns` },
  'names-know-the-list-only': {
    'packages/domain/src/kernel/names.ts': `import type { fine } from '../fines/fine.ts'\nexport type Fine = typeof fine`,
  },
  'noun-asks-by-name': { 'packages/domain/src/notices/serve.ts': `import { fine } from '../fines/fine.ts'\nexport const serve = fine` },
  'domain-by-its-entrance': {
    'apps/server/src/inside.ts': `import { fine } from '../../../packages/domain/src/fines/fine.ts'\nexport const inside = fine`,
  },
  'ui-stands-alone': { 'packages/ui/src/Knowing.ts': `import { fine } from '../../domain/src/index.ts'\nexport const Knowing = fine` },
  'admin-knows-the-schema-only': {
    'apps/admin/src/fines/Rule.ts': `import type { fine } from '../../../../packages/domain/src/index.ts'\nexport type Rule = typeof fine`,
  },
  'screens-of-one-noun': { 'apps/admin/src/notices/Page.ts': `import { Page } from '../fines/Page.ts'\nexport const Other = Page` },
  'shared-screens-know-no-noun': { 'apps/admin/src/record/Fine.ts': `import { Page } from '../fines/Page.ts'\nexport const Fine = Page` },
  'server-knows-domain-and-database': {
    'apps/server/src/command.ts': `import { run } from '../../../packages/tooling/run.ts'\nexport const command = run`,
  },
  'tooling-serves-all': { 'packages/tooling/rule.ts': `import { fine } from '../domain/src/index.ts'\nexport const rule = fine` },
  'tests-are-imported-by-tests': {
    'apps/server/src/builder.ts': `import { town } from '../../../test/build/town.ts'\nexport const builder = town`,
  },
  'no-cycles': {
    'apps/server/src/egg.ts': `import { hen } from './hen.ts'\nexport const egg = () => hen`,
    'apps/server/src/hen.ts': `import { egg } from './egg.ts'\nexport const hen = () => egg`,
  },
  'no-barrels': { 'apps/server/src/index.ts': `export { main } from './main.ts'` },
  resolves: { 'apps/server/src/lost.ts': `import './nowhere.ts'` },
} satisfies Record<string, Record<string, string>>

const build = (files: Readonly<Record<string, string>>) => {
  const folder = mkdtempSync(join(tmpdir(), 'lintel-house-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  copyFileSync(inRepository('tsconfig.base.json'), join(folder, 'tsconfig.base.json'))
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return folder
}

test('a house in order is left alone, and every rule has a violation to catch', async () => {
  const { rules, found } = await directionsIn(build(house))
  expect(found).toEqual([])
  expect(rules.toSorted()).toEqual(Object.keys(planted).toSorted())
})

/** Violations that are in each other's way stand in houses of their own; the others share one. */
const houses = Object.entries(planted).reduce<{ rules: string[]; files: Record<string, string> }[]>((all, [rule, files]) => {
  const room = all.find((one) => Object.keys(files).every((path) => !(path in one.files)))
  if (room) {
    room.rules.push(rule)
    Object.assign(room.files, files)
    return all
  }
  return [...all, { rules: [rule], files: { ...files } }]
}, [])

test.each(houses)('violations of $rules are caught', async ({ rules, files }) => {
  const { found } = await directionsIn(build({ ...house, ...files }))
  const expected: Readonly<Record<string, Readonly<Record<string, string>>>> = planted
  expect(found).toEqual(expect.arrayContaining(rules.map((rule) => `${rule}: ${Object.keys(expected[rule] ?? {})[0]}`)))
})
