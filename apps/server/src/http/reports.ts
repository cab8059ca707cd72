import type { IncomingMessage, ServerResponse } from 'node:http'
import { databaseNow } from '../database/time.ts'
import { isMonth, monthOf } from '../reports/months.ts'
import { reportFor } from '../reports/monthly.ts'
import { plainReportId } from '../schema/report.ts'
import type { Services } from '../services.ts'
import { languageOf, type Language } from '../words/say.ts'

const notThere = (response: ServerResponse) => {
  response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }).end('Not found')
}

/** `/reports/<id>.pdf`: a monthly report, for whom it was made. `/reports/now/<month>.<language>.pdf`: made now, for whoever asks. M-2 */
export const reportRoutes =
  ({ auth, database, records, clock }: Services) =>
  async (request: IncomingMessage, response: ServerResponse, path: string) => {
    if (request.method !== 'GET') return void response.writeHead(405, { allow: 'GET' }).end()
    const headers = new Headers()
    if (request.headers.cookie) headers.set('cookie', request.headers.cookie)
    const signedIn = await auth.signedIn(headers)
    // who has left reads nothing any more. SEC-4
    if (!signedIn || !(await records.company()).deciding(signedIn.person)) return notThere(response)
    const { person } = signedIn
    const kept = async (id: string) => {
      const plain = plainReportId(id)
      const { rows } = await database.pool.query<{ month: string; pdf: Buffer }>(
        `select to_char(month, 'YYYY-MM') as month, pdf from monthly_report where id = $1 and person_id = $2`,
        [plain ?? null, person],
      )
      return rows[0]
    }
    const made = async (month: string, language: Language) => {
      const now = clock.now(await databaseNow(database.pool))
      const pdf = isMonth(month) && month <= monthOf(now) ? await reportFor({ database, records }, person, month, language, now) : undefined
      return pdf && { month, pdf }
    }
    const [, id] = /^\/reports\/([\w-]+)\.pdf$/u.exec(path) ?? []
    const [, month = '', language] = /^\/reports\/now\/(\d{4}-\d{2})\.(zh|en)\.pdf$/u.exec(path) ?? []
    const report = id === undefined ? await made(month, languageOf(language)) : await kept(id)
    if (!report) return notThere(response)
    response.writeHead(200, {
      'content-type': 'application/pdf',
      'content-length': report.pdf.length,
      'content-disposition': `attachment; filename="lintel-${report.month}.pdf"`,
      'cache-control': 'private, no-store',
      'content-security-policy': "default-src 'none'; sandbox",
    })
    response.end(report.pdf)
  }
