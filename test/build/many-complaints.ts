import { ids, type App } from './app.ts'

const severities = ['general', 'seriousQuality', 'major'] as const

/** So many cases registered by one representative, in turns of the three severities; gives their ids. */
export const manyComplaints = async (app: App, count: number, titled = '次卧窗边渗水') => {
  const made: string[] = []
  for (let n = 0; n < count; n++)
    made.push(
      await app.does('rep', 'complaintRegister', {
        input: {
          project: ids.near,
          unit: ids.unit,
          customer: ids.customer,
          kind: 'complaint',
          channel: 'phone',
          category: ids.category,
          severity: severities[n % 3],
          title: `${titled}第${String(n + 1).padStart(3, '0')}处，雨后更严重，墙皮一碰就掉，孩子老人都在家`,
          wording: '下雨后窗边墙面渗水',
        },
      }),
    )
  return made
}
