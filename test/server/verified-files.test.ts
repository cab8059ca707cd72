import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { folderDepot } from '@lintel/server/files/folder-depot.ts'
import { receive } from '@lintel/server/files/receive.ts'
import { loadCompany } from '@lintel/server/records/scene.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { idOfPerson } from '../build/company.ts'
import { aDepartment, type Department } from '../build/department.ts'
import { aPhoto } from '../build/pictures.ts'

let here: Department
let folder: string
beforeAll(async () => {
  here = await aDepartment()
  folder = mkdtempSync(join(tmpdir(), 'lintel-test-'))
})
afterAll(async () => {
  await here.close()
  rmSync(folder, { recursive: true, force: true })
})
const files = () => join(here.database.dataFolder, 'files')
const sent = async (id: string, colour: string) => {
  const path = join(folder, id)
  const bytes = await aPhoto({ colour })
  writeFileSync(path, bytes)
  const { rules } = await loadCompany(here.owner)
  const by = idOfPerson('rep')
  const coming = { id, by, path, size: bytes.length, name: 'a.jpg' }
  return receive({ pool: here.app, depot: folderDepot(files()), rules }, coming)
}

test('F-13 verifying reads every file again: one altered byte, a lost file and one put in its place are found', async () => {
  const shown = await sent('00000000-0000-4000-8000-0000000000aa', '#a00')
  const other = await sent('00000000-0000-4000-8000-0000000000bb', '#0a0')
  const { complaint } = await here.aFine()
  await here.does('complaint', 'rep', 'complaint.addEvidence', complaint.id, {
    evidence: [{ kind: 'photo', title: '现场', file: shown.id }],
  })
  expect((await here.verify()).broken).toBeUndefined()

  const path = (hash: string) => join(files(), hash.slice(0, 2), hash.slice(2, 4), hash)
  const bytes = await readFile(path(shown.hash))
  writeFileSync(path(shown.hash), Buffer.concat([bytes.subarray(0, -1), Buffer.from([0])]))
  expect((await here.verify()).broken).toMatchObject({ record: complaint.id, why: expect.stringContaining('altered') })
  rmSync(path(shown.hash))
  expect((await here.verify()).broken).toMatchObject({ record: complaint.id, why: expect.stringContaining('missing') })

  // with the owner's rights, another picture is put in its place, with hash and all
  await here.owner.query(`delete from evidence_file where id = $1`, [shown.id])
  await here.owner.query(`update file set hash = $2 where id = $1`, [shown.id, other.hash])
  await here.owner.query(
    `insert into evidence_file (id, noun, record_id, project_id, hash) select $1, 'complaint', id, project_id, $2 from complaint where id = $3`,
    [shown.id, other.hash, complaint.id],
  )
  expect((await here.verify()).broken).toMatchObject({ record: complaint.id, why: expect.stringContaining('evidence_file') })
})
test('X-8 the application can neither change a file nor take one off its record', async () => {
  for (const statement of [`update file set name = 'b.jpg'`, `delete from evidence_file`, `update evidence_file set hash = hash`])
    await expect(here.app.query(statement)).rejects.toMatchObject({ code: '42501' })
  await expect(here.app.query('delete from file where exists (select from evidence_file e where e.id = file.id)')).rejects.toMatchObject({
    code: expect.stringMatching(/^23(503|001)$/),
  })
})
