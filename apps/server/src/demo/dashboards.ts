import type pg from 'pg'
import type { DashboardFigure } from '../dashboards/figure.ts'
import { idFrom } from '../records/identity.ts'
import { emailOf } from './staff.ts'

const figure = (title: string, chart: DashboardFigure['chart'], period: string, ask: object, wide = false): DashboardFigure => ({
  title,
  chart,
  wide,
  period,
  ask: { measures: ['count'], filter: [], ...ask },
})

/** Dashboards as a department has them: the manager's for everyone, the analyst's own. X-9 */
const dashboards = [
  {
    name: '经理看板',
    audience: 'everyone',
    by: 'manager',
    figures: [
      figure('每月投诉', 'lines', '12month', { by: [], grain: 'month', compare: 'sameLastYear' }, true),
      figure('部位帕累托', 'pareto', '12month', { by: ['element'] }),
      figure('各楼盘及时率', 'bars', '12month', {
        by: ['project'],
        measures: ['onTimeShare', 'count'],
        first: 10,
        order: { measure: 'onTimeShare', descending: false },
      }),
      figure(
        '施工单位质量成本',
        'bars',
        '12month',
        { by: ['contractor'], measures: ['costOfPoorQuality'], first: 10, order: { measure: 'costOfPoorQuality', descending: true } },
        true,
      ),
    ],
  },
  {
    name: '渗漏专题',
    audience: 'me',
    by: 'analyst',
    figures: [
      figure('楼盘 × 部位', 'heat', '12month', { by: ['project', 'element'] }, true),
      figure('解决时长控制图', 'control', '24month', { by: [], grain: 'month', measures: ['resolveMedian'] }, true),
    ],
  },
] as const

export const keepDashboards = async (pool: pg.Pool) => {
  for (const { name, audience, by, figures } of dashboards)
    await pool.query(
      `insert into dashboard (id, audience, owner_id, name, figures) select $1, $2, p.id, $3, $4 from person p where p.email = $5`,
      [idFrom('dashboard', 'demo', name), audience, name, JSON.stringify(figures), emailOf(by)],
    )
}
