import type pg from 'pg'
import { idFrom } from '../records/identity.ts'
import type { ViewState } from '../views/state.ts'
import { emailOf } from './staff.ts'

const shown = (state: Partial<ViewState>): ViewState => ({
  filter: {},
  sort: [],
  columns: [],
  groups: [],
  density: 'medium',
  wrap: false,
  ...state,
})
const open = { in: ['registered', 'accepted', 'inProgress', 'suspended', 'reopened'] }

/** Views as a department has them: for everyone, for a position, one's own; the representative follows one. X-9 */
const views = [
  {
    noun: 'complaint',
    name: '重大与群诉',
    audience: 'everyone',
    by: 'manager',
    state: shown({ filter: { state: open, severity: { in: ['major', 'group', 'litigated'] } } }),
  },
  {
    noun: 'complaint',
    name: '本周到期',
    audience: 'position',
    position: 'representative',
    by: 'manager',
    state: shown({ filter: { state: open, dueAt: { within: { of: 'thisWeek' } } }, density: 'dense' }),
  },
  {
    noun: 'complaint',
    name: '不满意或重开',
    audience: 'me',
    by: 'rep',
    follows: true,
    state: shown({
      filter: {
        or: [{ satisfaction: { in: ['dissatisfied'] } }, { reopenedTimes: { from: 1 } }],
        registeredAt: { within: { of: 'lastDays', n: 90 } },
      },
      sort: [{ by: 'registeredAt', descending: true }],
    }),
  },
  {
    noun: 'fine',
    name: '未结罚款',
    audience: 'everyone',
    by: 'manager',
    state: shown({ filter: { open: { from: '0.01' } }, sort: [{ by: 'open', descending: true }] }),
  },
] as const

export const keepViews = async (pool: pg.Pool) => {
  for (const view of views) {
    const id = idFrom('view', 'demo', view.name)
    await pool.query(
      `insert into list_view (id, noun, audience, owner_id, position, name, state) select $1, $2, $3, p.id, $4, $5, $6 from person p where p.email = $7`,
      [id, view.noun, view.audience, 'position' in view ? view.position : null, view.name, JSON.stringify(view.state), emailOf(view.by)],
    )
    if ('follows' in view)
      await pool.query(
        `insert into list_view_choice (view_id, person_id, subscribed) select $1, p.id, true from person p where p.email = $2`,
        [id, emailOf(view.by)],
      )
  }
}
