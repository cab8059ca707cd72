import { buildSchema, isEnumType, isInputObjectType } from 'graphql'
import { describe, expect, it, test } from 'vitest'
import { uiWords } from '@lintel/ui'
import uiEn from '@lintel/ui/words/en.json'
import uiZh from '@lintel/ui/words/zh.json'
import sharedEn from '@lintel/words/en.json'
import sharedTrendsEn from '@lintel/words/trends-en.json'
import sharedTrendsZh from '@lintel/words/trends-zh.json'
import sharedZh from '@lintel/words/zh.json'
import printed from '../../../server/schema.graphql?raw'
import { mutationOf, nameOf } from '../decisions.ts'
import frameEn from '../frame/words/en.json'
import frameZh from '../frame/words/zh.json'
import recordEn from '../record/words/en.json'
import recordZh from '../record/words/zh.json'
import settingsEn from '../settings/words/en.json'
import settingsZh from '../settings/words/zh.json'
import trendsEn from '../trends/words/en.json'
import trendsZh from '../trends/words/zh.json'
import en from './en.json'
import zh from './zh.json'

type Tree = { readonly [key: string]: string | Tree }
const flat = (tree: Tree, path = ''): readonly (readonly [string, string])[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as const] : flat(value, `${path}${key}.`),
  )

const catalogues = {
  zh: new Map([
    ...flat(sharedZh),
    ...flat(zh),
    ...flat(frameZh),
    ...flat(recordZh),
    ...flat(settingsZh),
    ...flat(sharedTrendsZh),
    ...flat(trendsZh),
    ...flat({ ui: uiZh }),
  ]),
  en: new Map([
    ...flat(sharedEn),
    ...flat(en),
    ...flat(frameEn),
    ...flat(recordEn),
    ...flat(settingsEn),
    ...flat(sharedTrendsEn),
    ...flat(trendsEn),
    ...flat({ ui: uiEn }),
  ]),
}
const schema = buildSchema(printed)
const valuesOf = (name: string) => {
  const type = schema.getType(name)
  return isEnumType(type) ? type.getValues().map((value) => value.name) : []
}
const inputs = Object.values(schema.getTypeMap()).filter(isInputObjectType)
const sources = Object.entries(
  import.meta.glob<string>(['../**/*.{ts,tsx}', '!../**/*.test.*', '!../gql/**'], { query: '?raw', import: 'default', eager: true }),
).map(([, text]) => text)
const source = sources.join('\n')
const domain = import.meta.glob<string>(['../../../../packages/domain/src/*/*.ts', '!**/*.test.ts'], {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** Keys written out in the source, and the beginnings of those put together from what the API says. */
const written = new Set(
  [
    ...source.matchAll(/\bt\(\s*['`]([\w.-]+)['`]/gu),
    ...source.matchAll(/\bt\([^)]*?\?\s*'([\w.-]+)'\s*:\s*'[\w.-]+'/gu),
    ...source.matchAll(/\bt\([^)]*?:\s*'([\w.-]+)'\)/gu),
  ].flatMap((found) => found[1] ?? []),
)
const beginnings = new Set([...source.matchAll(/`([\w.]+\.)\$\{/gu)].flatMap((found) => found[1] ?? []))

describe('X-1 both catalogues are complete', () => {
  it('have the same words', () => {
    expect([...catalogues.en.keys()].toSorted()).toEqual([...catalogues.zh.keys()].toSorted())
  })

  it('say something for each of them, with the same gaps to fill', () => {
    const gaps = (text: string | undefined) => [...(text ?? '').matchAll(/\{\{(\w+)\}\}/gu)].map((found) => found[1] ?? '').toSorted()
    for (const [key, text] of catalogues.zh) {
      expect(text.trim(), key).not.toBe('')
      expect(gaps(catalogues.en.get(key)), key).toEqual(gaps(text))
    }
  })

  it('have every word the screens write out', () => {
    expect([...written].filter((key) => !catalogues.zh.has(key))).toEqual([])
  })

  it('have every word of the component library', () => {
    expect(uiWords.filter((word) => !catalogues.zh.has(`ui.${word}`))).toEqual([])
  })

  it('have no word that nothing says', () => {
    const unused = [...catalogues.zh.keys()].filter(
      (key) =>
        !key.startsWith('ui.') &&
        !written.has(key) &&
        !source.includes(`'${key}'`) &&
        ![...beginnings].some((beginning) => key.startsWith(beginning)),
    )
    expect(unused).toEqual([])
  })
})

describe('X-1 whatever the API can say has words', () => {
  const has = (key: string) => catalogues.zh.has(key)

  it('every decision', () => {
    expect(
      valuesOf('DecisionName')
        .map((name) => `decision.${mutationOf(name)}`)
        .filter((key) => !has(key)),
    ).toEqual([])
  })

  it('every state', () => {
    const words = {
      Complaint: 'complaint',
      Notice: 'notice',
      Fine: 'fine',
      EmergencyRepair: 'emergencyRepair',
      Visit: 'visit',
      DepartmentRequest: 'departmentRequest',
      Survey: 'survey',
      Problem: 'problem',
      SuggestionTable: 'suggestionTable',
      GroupAlert: 'groupAlert',
      Approval: 'approval',
      Delegation: 'delegation',
      Contractor: 'card',
      Person: 'card',
    }
    const missing = Object.entries(words).flatMap(([type, word]) => valuesOf(`${type}State`).map((state) => `state.${word}.${state}`))
    expect([...missing, ...valuesOf('NoticeStage').map((stage) => `stage.${stage}`)].filter((key) => !has(key))).toEqual([])
  })

  it('every noun and every kind of task', () => {
    expect(
      [...valuesOf('NounName').map((noun) => `noun.${noun}`), ...valuesOf('TaskKind').map((kind) => `taskKind.${kind}`)].filter(
        (key) => !has(key),
      ),
    ).toEqual([])
  })

  it('everything that happened, so that a history can be read aloud', () => {
    const happened = Object.entries(domain).flatMap(([file, text]) => {
      const noun = (file.split('/').at(-1) ?? '').replace('.ts', '').replaceAll(/-(\w)/gu, (_, letter: string) => letter.toUpperCase())
      const types = [...text.matchAll(/readonly type: ((?:'\w+'(?: \| )?)+)/gu)].flatMap(([, union]) => union?.match(/\w+/gu) ?? [])
      return types.map((type) => [noun, type] as const)
    })
    expect(happened).toContainEqual(['fine', 'Issued'])
    expect(happened.filter(([noun, type]) => !has(`event.${noun}.${type}`) && !has(`event.any.${type}`))).toEqual([])
  })

  it('Y-8 every question that past records are asked under other settings', () => {
    const asked = Object.entries(domain)
      .filter(([file]) => file.endsWith('/replay.ts') && !file.includes('/kernel/'))
      .flatMap(([, text]) =>
        [...text.slice(text.indexOf('questions: {')).matchAll(/^ {4}(\w+)(?::|,)/gmu)].flatMap(([, name]) => name ?? []),
      )
    expect(asked).toContain('groundLost')
    expect(asked.filter((question) => !has(`whatIf.ask.${question}`))).toEqual([])
  })

  it('every choice', () => {
    const lists = [
      'ComplaintKind',
      'Channel',
      'Element',
      'Trade',
      'Severity',
      'EvidenceKind',
      'ToldWhom',
      'FeedbackMethod',
      'WaitsFor',
      'ServedHow',
      'NoticeFact',
      'FineSeverity',
      'Desk',
      'QuantityParty',
      'Satisfaction',
      'VisitMethod',
      'SignersWhere',
      'Language',
      'PartyKind',
      'StartedBy',
      'VisitOddity',
      'SurveyRole',
      'ProblemOutcome',
      'SuggestionAnswer',
      'ProblemScope',
      'FindingKind',
    ]
    expect(lists.filter((list) => valuesOf(list).length === 0)).toEqual([])
    expect(lists.flatMap((list) => valuesOf(list).map((value) => `choice.${list}.${value}`)).filter((key) => !has(key))).toEqual([])
  })

  it('every dimension and every measure of trends, every way to draw, group and compare them', () => {
    const lists = {
      TrendDimension: 'dimension',
      TrendMeasure: 'measure',
      TrendGrain: 'grain',
      TrendCompare: 'compare',
      TrendChart: 'chart',
    }
    const keys = Object.entries(lists).flatMap(([list, word]) => valuesOf(list).map((value) => `trends.${word}.${value}`))
    expect(keys.length).toBeGreaterThan(30)
    expect(keys.filter((key) => !has(key))).toEqual([])
  })

  it('every input of every decision', () => {
    const asked = inputs
      .filter(
        ({ name }) =>
          name.endsWith('Input') &&
          !/^(?:Dashboard|Import|ReportSchedule|Trend|View)/u.test(name) &&
          !['SeenInput', 'MessageChoicesInput', 'WaysOfKindInput', 'ChosenInput', 'ShownListInput', 'ShownOrderInput'].includes(name),
      )
      .flatMap((input) => Object.keys(input.getFields()).filter((name) => !['and', 'or', 'not'].includes(name)))
    expect([...new Set(asked)].filter((name) => !has(`input.${name}`))).toEqual([])
  })

  it('every column and filter', () => {
    const columns = inputs
      // the filter of a noun, which is combined with others of its kind
      .filter((input) => input.name.endsWith('Filter') && 'and' in input.getFields())
      .flatMap((input) => Object.keys(input.getFields()).filter((name) => !['and', 'or', 'not'].includes(name)))
    expect([...new Set(columns)].filter((name) => !has(`field.${name}`))).toEqual([])
  })

  it('every kind of ledger entry, every milestone, every mode of a step', () => {
    const keys = [
      ...valuesOf('EntryKind').map((kind) => `entry.${kind}`),
      ...valuesOf('Milestone').map((part) => `part.${part}`),
      ...valuesOf('ApprovalMode').map((mode) => `chain.${mode}`),
    ]
    expect(keys.filter((key) => !has(key))).toEqual([])
  })
})

test('every decision’s name is told back from its mutation', () => {
  const names = valuesOf('DecisionName')
  expect(names.filter((name) => nameOf(mutationOf(name)) !== name)).toEqual([])
})
