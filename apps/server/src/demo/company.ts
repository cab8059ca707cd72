import { dayOf, daysAfter, writtenDay, type Department, type Moment, type PersonId } from '@lintel/domain'
import type { Bulk } from '../records/bulk.ts'
import { must, setUp } from '../settings/set-up.ts'
import { categories } from './categories.ts'
import { identityNumber, mobile, personName } from './names.ts'
import type { Random } from './random.ts'
import { emailOf, staff, topDown } from './staff.ts'

export type Home = {
  readonly id: string
  readonly label: string
  readonly building: string
  readonly project: number
  readonly handedOver: Moment | undefined
  readonly owner: string | undefined
}
export type Place = {
  readonly id: string
  readonly name: string
  readonly delivered: Moment
  readonly homes: readonly Home[]
  readonly buildings: readonly { readonly id: string; readonly name: string }[]
}
export type Firm = { readonly id: string; readonly name: string; readonly trades: readonly string[] }
export type DemoCompany = {
  readonly person: (key: string) => PersonId
  readonly department: (key: string) => string
  readonly category: (leaf: string) => string
  readonly places: readonly Place[]
  /** Who answers for a trade in a project. */
  readonly contractor: (project: number, trade: string) => string
  readonly supervision: (project: number) => string
  readonly teams: readonly string[]
}

const cities = ['成都', '成都', '成都', '重庆', '成都', '绵阳', '成都', '重庆', '德阳', '成都'] as const
const names = ['锦绣湾', '云栖里', '江语城', '山屿墅', '和悦府', '涪江左岸', '天府壹号院', '两江春晓', '翠湖花园', '望江名邸'] as const
const english = [
  'Jinxiu Bay',
  'Yunqi Lane',
  'Riverside City',
  'Hill Villas',
  'Heyue Court',
  'Fujiang West Bank',
  'Tianfu No. 1',
  'Twin Rivers Dawn',
  'Green Lake Garden',
  'Wangjiang House',
] as const
/** How long ago each was delivered, in days; the last one is being handed over now. */
const age = [1650, 1300, 1050, 900, 760, 600, 450, 300, 150, 25] as const
const perProject = 600
const houseTypes = ['A1-89㎡三室', 'A2-98㎡三室', 'B1-108㎡三室', 'B2-118㎡四室', 'C1-128㎡四室', 'C2-143㎡四室', 'D-168㎡大平层'] as const
const contractedAreas = [8900, 9800, 10800, 11800, 12800, 14300, 16800] as const

const firmNames = [
  '华川',
  '蜀建',
  '鼎盛',
  '宏远',
  '中岩',
  '恒泰',
  '金沙',
  '天成',
  '锦城',
  '巴山',
  '长信',
  '瑞丰',
  '安居',
  '同力',
  '广厦',
  '立新',
  '正和',
  '永固',
  '三江',
  '大业',
] as const
const kinds = [
  { count: 10, kind: 'general', ending: '建设工程有限公司', trades: ['civil', 'structure', 'other'] },
  { count: 5, kind: 'subcontractor', ending: '防水工程有限公司', trades: ['waterproofing'] },
  { count: 4, kind: 'subcontractor', ending: '门窗幕墙有限公司', trades: ['doorsAndWindows'] },
  { count: 4, kind: 'subcontractor', ending: '装饰工程有限公司', trades: ['decoration'] },
  { count: 4, kind: 'subcontractor', ending: '机电安装有限公司', trades: ['plumbing', 'electrical', 'heating'] },
  { count: 2, kind: 'subcontractor', ending: '电梯有限公司', trades: ['elevator'] },
  { count: 2, kind: 'subcontractor', ending: '园林景观有限公司', trades: ['landscaping'] },
  { count: 2, kind: 'subcontractor', ending: '智能科技有限公司', trades: ['weakCurrent'] },
  { count: 3, kind: 'supervision', ending: '工程监理有限公司', trades: [] },
  { count: 4, kind: 'emergencyTeam', ending: '应急维修服务部', trades: [] },
] as const
const contractTrades = [
  'civil',
  'waterproofing',
  'decoration',
  'doorsAndWindows',
  'plumbing',
  'electrical',
  'heating',
  'elevator',
  'landscaping',
  'weakCurrent',
  'other',
] as const

/** Everything that has to be there before the first complaint: people, places, parties, dictionaries. */
export const foundCompany = async (bulk: Bulk, random: Random, began: Moment, now: Moment): Promise<DemoCompany> => {
  await setUp(bulk, began)
  const ids = new Map<string, string>()
  const add = async (does: Parameters<typeof must>[1], key: string, input: object) => {
    const id = await must(bulk, does, input, key, began)
    ids.set(key, id)
    return id
  }
  const known = (key: string) => {
    const id = ids.get(key)
    if (id === undefined) throw new Error(`the demo company has no ${key}`)
    return id
  }
  const dayBefore = (days: number) => writtenDay(dayOf(daysAfter(now, -days)))

  for (const first of categories) {
    const above = await add('category.add', `category ${first.zh}`, { nameZh: first.zh, nameEn: first.en })
    for (const second of first.under ?? []) {
      const middle = await add('category.add', `category ${second.zh}`, { nameZh: second.zh, nameEn: second.en, under: above })
      for (const third of second.under ?? [])
        await add('category.add', `category ${third.zh}`, { nameZh: third.zh, nameEn: third.en, under: middle })
    }
  }

  const places: Place[] = []
  for (const [n, name] of names.entries()) {
    const project = await add('project.add', `project ${n}`, {
      name,
      nameEn: english[n],
      city: cities[n],
      code: `P${String(n + 1).padStart(2, '0')}`,
    })
    const delivered = daysAfter(now, -(age[n] ?? 0))
    const homes: Home[] = []
    const buildings: { id: string; name: string }[] = []
    for (let b = 0; b < 10; b++) {
      const building = { name: `${b + 1}栋`, id: '' }
      const phase = b < 5 ? '一期' : '二期'
      // the second phase follows half a year later
      const due = daysAfter(delivered, b < 5 ? 0 : Math.min(180, age[n] ?? 0))
      building.id = await add('building.add', `building ${n}.${b}`, {
        project,
        phase,
        name: building.name,
        deliveryDate: writtenDay(dayOf(due)),
      })
      buildings.push(building)
      for (let u = 0; u < perProject / 10; u++) {
        const floor = Math.floor(u / 4) + 1
        const number = `${b + 1}-${floor}${String((u % 4) + 1).padStart(2, '0')}`
        const type = (u % 4) + (b % 4)
        const handedOver = daysAfter(due, random.between(0, 60))
        const done = handedOver < now && random.chance(0.94)
        const area = contractedAreas[type] ?? 10800
        const id = await add('unit.add', `unit ${n}.${number}`, {
          project,
          building: building.id,
          number,
          floor,
          houseType: houseTypes[type] ?? houseTypes[0],
          contractedArea: area,
          measuredArea: area + random.between(-180, 210),
          ...(done ? { handedOverOn: writtenDay(dayOf(handedOver)) } : {}),
        })
        const owner = random.chance(0.86)
          ? await add('customer.add', `customer ${n}.${number}`, {
              name: personName(random),
              phone: mobile(random),
              ...(random.chance(0.2) ? { otherPhone: mobile(random) } : {}),
              identityNumber: identityNumber(random),
              address: `${cities[n] ?? ''}市${name}${number}`,
              units: [id],
              projects: [project],
            })
          : undefined
        homes.push({
          id,
          label: `${name}${number}`,
          building: building.id,
          project: n,
          handedOver: done ? (Math.max(handedOver, began) as Moment) : undefined,
          owner,
        })
      }
    }
    places.push({ id: project, name, delivered, homes, buildings })
  }

  const firms: Firm[] = []
  const teams: string[] = []
  const supervisors: string[] = []
  let f = 0
  for (const { count, kind, ending, trades } of kinds)
    for (let c = 0; c < count; c++) {
      const name = `四川${firmNames[(f * 7 + 3) % firmNames.length] ?? ''}${f >= firmNames.length ? '第二' : ''}${ending}`
      const vetoed = f === 8
      const id = await add('contractor.add', `contractor ${f++}`, {
        name,
        kind,
        contact: personName(random),
        phone: mobile(random),
        vetoed,
        ...(vetoed ? { vetoedUntil: dayBefore(-200) } : {}),
      })
      if (kind === 'emergencyTeam') teams.push(id)
      else if (kind === 'supervision') supervisors.push(id)
      else firms.push({ id, name, trades })
    }
  const responsible = new Map<string, string>()
  for (const [n, place] of places.entries())
    for (const trade of contractTrades) {
      const able = firms.filter(({ trades }) => trades.includes(trade))
      // the vetoed one keeps the contracts it had; new ones are refused to it. W-2
      const firm = able[(n * 3 + 1) % able.length] ?? firms[n % 10]
      if (!firm) continue
      const chosen = bulk.record(firm.id) as { readonly vetoed?: boolean } | undefined
      const other = chosen?.vetoed ? firms[(n + 1) % 10] : firm
      if (!other) continue
      responsible.set(`${n} ${trade}`, other.id)
      const amount = random.between(900, 42_000) * 10_000
      await add('contract.add', `contract ${n}.${trade}`, {
        number: `HT-P${String(n + 1).padStart(2, '0')}-${String(contractTrades.indexOf(trade) + 1).padStart(2, '0')}`,
        contractor: other.id,
        project: place.id,
        buildings: place.buildings.map(({ id }) => id),
        trade,
        amount: `${amount}.00`,
        retention: `${Math.round(amount * 0.03)}.00`,
        warrantyEnd: writtenDay(dayOf(daysAfter(place.delivered, trade === 'waterproofing' ? 1826 : 730))),
      })
    }

  const departments = new Map([...bulk.all('department')].map((one) => [(one as unknown as Department).key, one as unknown as Department]))
  // superiors first: whoever is named must be there
  for (const { key, name, positions, projects, department, superior } of topDown(staff))
    await add('person.add', `person ${key}`, {
      name,
      email: emailOf(key),
      phone: mobile(random),
      positions,
      allProjects: projects === undefined,
      projects: (projects ?? []).flatMap((n) => places[n]?.id ?? []),
      onDuty: positions.includes('representative'),
      categories: [],
      language: 'zh',
      ...(department ? { department: departments.get(department)?.id } : {}),
      ...(superior ? { superior: known(`person ${superior}`) } : {}),
    })
  for (const { key, department, head } of staff) {
    const led = head && departments.get(department ?? '')
    if (!led) continue
    const { nameZh, nameEn } = led
    const input = { key: led.key, nameZh, nameEn, head: known(`person ${key}`), reason: '任命' }
    await must(bulk, 'department.change', input, `head of ${led.key}`, began, led.id)
  }

  return {
    person: (key) => known(`person ${key}`) as PersonId,
    department: (key) => departments.get(key)?.id ?? '',
    category: (leaf) => known(`category ${leaf}`),
    places,
    contractor: (project, trade) => responsible.get(`${project} ${trade}`) ?? responsible.get(`${project} civil`) ?? '',
    supervision: (project) => supervisors[project % supervisors.length] ?? '',
    teams,
  }
}
