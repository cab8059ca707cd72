import { longText, text } from '../kernel/input.ts'
import { refuse } from '../kernel/refusal.ts'
import { asksDepartments, type CompilesTable, type OnTable, type SuggestionLine } from './suggestion-table.ts'

type Lines = { readonly month: string; readonly lines: readonly Omit<SuggestionLine, 'key' | 'answers'>[] }
/** 编制: once a month, from confirmed common problems and suggestions. Y-3, B-9 */
export const compile: CompilesTable<Lines, 'department.all' | 'suggestionTable.ofMonth'> = {
  opens: true,
  to: ['drafted'],
  by: 'asked',
  series: 'suggestionTable',
  refuses: ['AlreadyRecorded', 'Incomplete'],
  needs: { 'department.all': () => 'active', 'suggestionTable.ofMonth': (_, { month }) => month },
  decide(id, { month, lines }, { actor, now, number }, facts) {
    const before = facts['suggestionTable.ofMonth']
    if (before !== undefined) return refuse('AlreadyRecorded', { what: before })
    const departments = facts['department.all']
      .filter(({ key }) => asksDepartments.includes(key))
      .map(({ department, key }) => ({ department, key }))
    // without anybody to ask there is nothing to compile
    if (departments.length === 0 || lines.length === 0) return refuse('Incomplete', { what: 'lines' })
    return {
      events: [
        {
          type: 'Compiled',
          id,
          number,
          month,
          departments,
          lines: lines.map((line, n) => ({ ...line, key: `${n + 1}`, answers: [] })),
          by: actor.person,
          at: now,
        },
      ],
    }
  },
}

const by = { permission: 'suggestionTable.work' } as const
const lineInput = { subject: text(120), wording: longText(500), proposal: longText(2000) }
/** 增加一行 */
export const addLine: OnTable<typeof lineInput> = {
  input: lineInput,
  from: ['drafted'],
  by,
  refuses: ['TooManyAtOnce'],
  blocked: ({ lines }) => (lines.length >= 200 ? refuse('TooManyAtOnce', { most: 200 }) : undefined),
  decide: ({ nextKey }, given, { actor, now }) => ({
    events: [{ type: 'LineAdded', line: { ...given, key: `${nextKey}`, count: 0, projects: [], answers: [] }, by: actor.person, at: now }],
  }),
}
const changeInput = { line: text(20), ...lineInput }
/** 修改一行: what the departments are asked for. Y-3 */
export const changeLine: OnTable<typeof changeInput> = {
  input: changeInput,
  from: ['drafted'],
  by,
  decide: ({ lines }, { line, ...changes }, { actor, now }) =>
    lines.some(({ key }) => key === line)
      ? { events: [{ type: 'LineChanged', line, changes, by: actor.person, at: now }] }
      : refuse('NotFound'),
}
const removeInput = { line: text(20), reason: longText(500) }
/** 删除一行, with the reason. */
export const removeLine: OnTable<typeof removeInput> = {
  input: removeInput,
  from: ['drafted'],
  by,
  decide: ({ lines }, { line, reason }, { actor, now }) =>
    lines.some(({ key }) => key === line)
      ? { events: [{ type: 'LineRemoved', line, reason, by: actor.person, at: now }] }
      : refuse('NotFound'),
}
