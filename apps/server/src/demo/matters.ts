import type { Random } from './random.ts'

type Element =
  | 'roof'
  | 'exteriorWall'
  | 'interiorWall'
  | 'floor'
  | 'window'
  | 'door'
  | 'bathroom'
  | 'kitchen'
  | 'plumbing'
  | 'drainage'
  | 'electrical'
  | 'heating'
  | 'elevator'
  | 'structure'
  | 'publicArea'
  | 'other'
type Trade =
  | 'civil'
  | 'waterproofing'
  | 'decoration'
  | 'doorsAndWindows'
  | 'plumbing'
  | 'electrical'
  | 'heating'
  | 'elevator'
  | 'landscaping'
  | 'weakCurrent'
  | 'other'

/** What people complain of: words that belong together, with the category, element and trade they belong to. */
export type Matter = {
  /** The name of the category's leaf. */
  readonly category: string
  readonly element: Element
  readonly trade: Trade
  readonly weight: number
  /** How often it takes a rectification notice to put it right. */
  readonly notice: number
  /** How often it is serious. */
  readonly serious: number
  /** Belongs to the building rather than to a home. */
  readonly shared?: true
  /** Comes with the rain. */
  readonly rain?: true
  readonly places: readonly string[]
  readonly symptoms: readonly string[]
  readonly effects: readonly string[]
  readonly requirement: string
  readonly kinds: Readonly<Partial<Record<'complaint' | 'repairRequest' | 'enquiry' | 'suggestion', number>>>
}

const defects = { complaint: 6, repairRequest: 4 }

export const matters: readonly Matter[] = [
  {
    category: '屋面渗漏',
    element: 'roof',
    trade: 'waterproofing',
    weight: 5,
    notice: 0.8,
    serious: 0.35,
    rain: true,
    kinds: defects,
    places: ['顶层主卧天花', '顶层客厅吊顶', '楼梯间顶板', '露台屋面', '顶层次卧顶角'],
    symptoms: ['下雨后出现大片水渍', '一直滴水，用盆接着', '发霉起皮，越来越大', '雨停了两天还在往下渗'],
    effects: ['吊顶已经变形', '墙纸全部起泡', '不敢开灯，怕漏电'],
    requirement: '查明渗漏点，重做防水层，闭水四十八小时无渗漏后恢复饰面',
  },
  {
    category: '外墙渗漏',
    element: 'exteriorWall',
    trade: 'waterproofing',
    weight: 6,
    notice: 0.75,
    serious: 0.3,
    rain: true,
    kinds: defects,
    places: ['北卧室外墙', '客厅山墙', '飘窗下口', '阳台外墙根部', '空调孔周边'],
    symptoms: ['雨后往里渗水', '内墙面潮湿发黑', '乳胶漆成片脱落', '有一条明显的水迹线'],
    effects: ['衣柜背板已经泡坏', '家里老人有关节炎，受不了潮', '木地板边缘起鼓'],
    requirement: '外墙裂缝及孔洞封堵，重做防水涂层，淋水试验合格后恢复内墙',
  },
  {
    category: '卫生间渗漏',
    element: 'bathroom',
    trade: 'waterproofing',
    weight: 9,
    notice: 0.7,
    serious: 0.25,
    kinds: defects,
    places: ['主卫顶板', '次卫门口', '卫生间与卧室隔墙', '公卫地漏周边', '淋浴房墙根'],
    symptoms: ['一直往外渗水', '返潮发霉，越来越大', '一用水就漏', '的水渗到楼下去了', '闭水试验没做好，一直在渗'],
    effects: ['楼下邻居已经找上门', '卧室墙面鼓包', '铝扣板上都是水'],
    requirement: '拆除面层重做防水，闭水四十八小时无渗漏，恢复瓷砖及吊顶',
  },
  {
    category: '窗边渗漏',
    element: 'window',
    trade: 'doorsAndWindows',
    weight: 6,
    notice: 0.65,
    serious: 0.15,
    rain: true,
    kinds: defects,
    places: ['客厅推拉窗', '主卧飘窗', '厨房平开窗', '书房窗框左下角', '阳台封窗'],
    symptoms: ['下雨从窗框往里灌水', '密封胶开裂漏水', '窗台板下面渗水', '排水孔堵了，水倒流进屋'],
    effects: ['窗台石材变色', '窗帘泡湿好几次', '地板翘了三块'],
    requirement: '窗框周边清理重新打胶，疏通排水孔，淋水试验合格',
  },
  {
    category: '墙面开裂',
    element: 'interiorWall',
    trade: 'civil',
    weight: 8,
    notice: 0.5,
    serious: 0.2,
    kinds: defects,
    places: ['客厅电视墙', '主卧门头', '餐厅与厨房隔墙', '走廊顶角', '次卧飘窗侧墙'],
    symptoms: ['出现一条斜裂缝', '裂缝能插进一张卡片', '从门角裂到天花', '修过一次又裂开'],
    effects: ['担心结构有问题', '影响装修进场', '已经拍照留证'],
    requirement: '凿开检查，按规范挂网修补，恢复涂料，六个月内不再开裂',
  },
  {
    category: '墙地面空鼓',
    element: 'interiorWall',
    trade: 'decoration',
    weight: 6,
    notice: 0.55,
    serious: 0.08,
    kinds: defects,
    places: ['厨房墙砖', '卫生间墙砖', '客厅地面', '玄关墙面', '阳台地砖'],
    symptoms: ['敲起来是空的', '有八块砖空鼓', '空鼓面积超过一半', '一块砖已经松动要掉'],
    effects: ['怕砸到孩子', '不敢打孔装柜子', '验房师出了报告'],
    requirement: '空鼓砖铲除重贴，空鼓率符合验收规范',
  },
  {
    category: '地面起砂',
    element: 'floor',
    trade: 'civil',
    weight: 3,
    notice: 0.5,
    serious: 0.05,
    kinds: defects,
    places: ['客厅地面', '主卧地面', '车库地坪', '入户花园地面'],
    symptoms: ['扫一次起一次砂', '用脚一搓就掉灰', '强度不够，一刮就是坑'],
    effects: ['没法铺木地板', '装修公司不肯接', '家里全是灰'],
    requirement: '打磨后做固化处理，表面强度检测合格',
  },
  {
    category: '入户门',
    element: 'door',
    trade: 'doorsAndWindows',
    weight: 4,
    notice: 0.35,
    serious: 0.03,
    kinds: { complaint: 4, repairRequest: 6 },
    places: ['入户门', '入户防盗门', '次卧房门', '阳台门'],
    symptoms: ['关不严，要用力推', '锁舌卡死打不开', '门扇下垂蹭地', '漆面有划痕'],
    effects: ['半夜被锁在门外', '隔音很差', '要求换新的'],
    requirement: '调整合页及锁体，更换损坏配件，启闭顺畅',
  },
  {
    category: '铝合金窗',
    element: 'window',
    trade: 'doorsAndWindows',
    weight: 4,
    notice: 0.4,
    serious: 0.04,
    kinds: { complaint: 4, repairRequest: 6 },
    places: ['客厅落地窗', '厨房窗', '卧室内开内倒窗', '卫生间窗'],
    symptoms: ['五金件断裂', '玻璃夹层进水起雾', '执手拧不动，关不严', '刮风时呜呜响'],
    effects: ['小孩房不敢开窗', '冬天漏风', '晚上睡不着'],
    requirement: '更换五金件及中空玻璃，气密性复测合格',
  },
  {
    category: '管道漏水',
    element: 'plumbing',
    trade: 'plumbing',
    weight: 6,
    notice: 0.45,
    serious: 0.22,
    kinds: { complaint: 4, repairRequest: 6 },
    places: ['厨房水槽下', '管道井', '卫生间给水管接头', '热水器进水管', '水表后阀门'],
    symptoms: ['一直滴水', '半夜突然爆开', '有流水声，找不到漏点', '渗水，拧紧了还漏'],
    effects: ['水表一天走了两吨', '橱柜泡烂了', '电梯厅都是水'],
    requirement: '更换管件并打压试验，恢复受损部位',
  },
  {
    category: '下水堵塞',
    element: 'drainage',
    trade: 'plumbing',
    weight: 5,
    notice: 0.4,
    serious: 0.08,
    kinds: { complaint: 3, repairRequest: 7 },
    places: ['厨房下水', '公卫地漏', '阳台地漏', '马桶排污管'],
    symptoms: ['返水漫到客厅', '下水很慢，三天两头堵', '疏通出建筑垃圾', '一楼往外冒污水'],
    effects: ['家里臭得没法待', '地毯全部扔掉', '要求赔偿清洁费'],
    requirement: '管道疏通并内窥检查，清除垃圾，通球试验合格',
  },
  {
    category: '下水反味',
    element: 'drainage',
    trade: 'plumbing',
    weight: 3,
    notice: 0.35,
    serious: 0.02,
    kinds: { complaint: 5, repairRequest: 5 },
    places: ['主卫地漏', '洗衣机地漏', '厨房水槽下', '公卫马桶根部'],
    symptoms: ['臭味一直散不掉', '早晚味道特别重', '返味，盖住也没用'],
    effects: ['孩子咳嗽', '开窗也没用', '来客人很尴尬'],
    requirement: '更换防臭地漏及止回阀，密封复查',
  },
  {
    category: '跳闸断电',
    element: 'electrical',
    trade: 'electrical',
    weight: 4,
    notice: 0.4,
    serious: 0.18,
    kinds: { complaint: 4, repairRequest: 6 },
    places: ['配电箱', '厨房插座回路', '客厅照明回路', '卫生间插座'],
    symptoms: ['一开空调就跳闸', '发热有焦味', '突然没电，推不上去', '频繁跳闸'],
    effects: ['冰箱里的东西都坏了', '不敢用热水器', '怕着火'],
    requirement: '回路绝缘检测，更换线缆及断路器，通电试验合格',
  },
  {
    category: '弱电不通',
    element: 'electrical',
    trade: 'weakCurrent',
    weight: 3,
    notice: 0.3,
    serious: 0,
    kinds: { complaint: 4, repairRequest: 6 },
    places: ['可视对讲', '弱电箱', '书房网口', '单元门禁'],
    symptoms: ['没有信号', '坏了一个月没人修', '一直连不上', '时好时坏'],
    effects: ['快递进不来', '在家没法上网', '访客要下楼接'],
    requirement: '线路检测并更换设备，功能测试合格',
  },
  {
    category: '地暖不热',
    element: 'heating',
    trade: 'heating',
    weight: 4,
    notice: 0.5,
    serious: 0.1,
    kinds: { complaint: 5, repairRequest: 5 },
    places: ['客厅地暖', '北卧室地暖', '餐厅地暖', '卫生间地暖'],
    symptoms: ['开了一天还是凉的', '不热，阀门都开了', '忽冷忽热', '压力一直掉'],
    effects: ['家里有刚出生的孩子', '室温只有十四度', '采暖费白交了'],
    requirement: '管路冲洗排气，更换阀门，室温检测达标',
  },
  {
    category: '电梯故障',
    element: 'elevator',
    trade: 'elevator',
    weight: 4,
    notice: 0.35,
    serious: 0.3,
    shared: true,
    kinds: { complaint: 8, repairRequest: 2 },
    places: ['1号梯', '2号梯', '消防梯', '3单元电梯'],
    symptoms: ['关人二十分钟', '平层不准，差一台阶', '运行时抖动异响', '三天停了两次'],
    effects: ['老人不敢坐', '住十八楼只能爬楼', '孩子吓哭了'],
    requirement: '维保单位全面检查更换部件，出具合格报告',
  },
  {
    category: '车库',
    element: 'publicArea',
    trade: 'civil',
    weight: 4,
    notice: 0.45,
    serious: 0.12,
    shared: true,
    rain: true,
    kinds: { complaint: 8, suggestion: 2 },
    places: ['负二层车库', '车库坡道', '负一层车库', '人防区'],
    symptoms: ['顶板漏水滴在车上', '积水十几公分', '地坪漆起皮', '照明大面积不亮'],
    effects: ['车漆被碱水腐蚀', '进出车轮打滑', '晚上很黑不安全'],
    requirement: '顶板注浆堵漏，疏通排水沟，恢复地坪',
  },
  {
    category: '健身设施',
    element: 'publicArea',
    trade: 'landscaping',
    weight: 1.5,
    notice: 0.2,
    serious: 0.02,
    shared: true,
    kinds: { complaint: 5, suggestion: 5 },
    places: ['中庭健身区', '儿童乐园', '架空层活动区'],
    symptoms: ['器材螺丝松动', '地垫开裂翘边', '设施有毛刺', '设施数量太少'],
    effects: ['孩子摔倒磕破了膝盖', '早上排队', '没人维护'],
    requirement: '检修器材，更换地垫，张贴检查记录',
  },
  {
    category: '道路照明',
    element: 'publicArea',
    trade: 'electrical',
    weight: 1.5,
    notice: 0.25,
    serious: 0.02,
    shared: true,
    kinds: { complaint: 6, suggestion: 4 },
    places: ['东门道路', '楼栋门前', '消防通道'],
    symptoms: ['路灯一半不亮', '灯太亮直射卧室', '时控开关不准'],
    effects: ['晚上看不清台阶', '影响睡觉', '有人绊倒过'],
    requirement: '更换灯具，调整时控及角度',
  },
  {
    category: '绿化',
    element: 'publicArea',
    trade: 'landscaping',
    weight: 2.5,
    notice: 0.15,
    serious: 0,
    shared: true,
    kinds: { complaint: 5, suggestion: 5 },
    places: ['中央花园', '宅间绿地', '北侧围墙边'],
    symptoms: ['乔木死了一排', '草坪斑秃', '和效果图差太多', '蚊虫很多'],
    effects: ['看着心里不舒服', '当初就是冲绿化买的', '希望尽快补种'],
    requirement: '死亡苗木补植，养护至成活',
  },
  {
    category: '户型布局',
    element: 'other',
    trade: 'other',
    weight: 2,
    notice: 0,
    serious: 0.02,
    kinds: { complaint: 4, enquiry: 2, suggestion: 4 },
    places: ['次卧', '厨房', '玄关', '生活阳台'],
    symptoms: ['和样板间不一样', '尺寸比图纸小', '插座位置被柜子挡住', '梁太低压抑'],
    effects: ['要求给个说法', '建议以后改进', '想知道能不能改'],
    requirement: '现场核对图纸并书面答复',
  },
  {
    category: '空调机位',
    element: 'exteriorWall',
    trade: 'civil',
    weight: 2,
    notice: 0.15,
    serious: 0.01,
    kinds: { complaint: 6, suggestion: 4 },
    places: ['主卧空调机位', '客厅空调机位', '书房空调机位'],
    symptoms: ['太小装不下三匹外机', '冷凝水滴到楼下', '百叶打不开没法检修', '离窗太近噪音大'],
    effects: ['安装师傅说要加钱', '楼下邻居有意见', '夏天热得不行'],
    requirement: '调整百叶及冷凝管走向',
  },
  {
    category: '采光通风',
    element: 'other',
    trade: 'other',
    weight: 1.2,
    notice: 0,
    serious: 0,
    kinds: { complaint: 5, enquiry: 3, suggestion: 2 },
    places: ['低楼层客厅', '北向书房', '次卧'],
    symptoms: ['冬天一天晒不到一小时', '不通风，闷得很', '被对面商业楼挡住'],
    effects: ['销售当时没说', '衣服晒不干', '白天也要开灯'],
    requirement: '日照分析资料核对并书面答复',
  },
  {
    category: '施工噪音',
    element: 'publicArea',
    trade: 'other',
    weight: 2.5,
    notice: 0.2,
    serious: 0.02,
    shared: true,
    kinds: { complaint: 9, suggestion: 1 },
    places: ['二期工地', '隔壁楼栋', '底商装修'],
    symptoms: ['晚上十点还在施工', '早上六点就开始打桩', '混凝土车整夜不停'],
    effects: ['孩子要高考', '老人心脏不好', '打过城管电话'],
    requirement: '按规定时间施工并公示',
  },
  {
    category: '成品保护',
    element: 'door',
    trade: 'decoration',
    weight: 2,
    notice: 0.4,
    serious: 0.01,
    kinds: defects,
    places: ['入户门', '厨房台面', '木地板', '卫生间瓷砖'],
    symptoms: ['被维修工人弄坏了', '到处是水泥点子', '被踩得很脏', '划了一道长口子'],
    effects: ['要求更换', '师傅不承认', '有照片为证'],
    requirement: '清洁修复，损坏部件更换',
  },
  {
    category: '安保',
    element: 'publicArea',
    trade: 'other',
    weight: 2.5,
    notice: 0,
    serious: 0.05,
    shared: true,
    kinds: { complaint: 8, suggestion: 2 },
    places: ['南门岗亭', '地下车库入口', '单元大堂'],
    symptoms: ['外卖随便进', '监控坏了没人修', '夜班保安睡觉', '推销的随便进出'],
    effects: ['电动车被偷了', '一个人在家害怕', '物业费白交'],
    requirement: '督促物业公司整改',
  },
  {
    category: '保洁',
    element: 'publicArea',
    trade: 'other',
    weight: 2.5,
    notice: 0,
    serious: 0,
    shared: true,
    kinds: { complaint: 8, suggestion: 2 },
    places: ['楼道', '电梯轿厢', '垃圾站'],
    symptoms: ['一周没拖地', '垃圾堆到第二天', '有宠物粪便', '味道很大'],
    effects: ['影响心情', '招了很多苍蝇', '反映几次没改'],
    requirement: '督促物业公司整改',
  },
  {
    category: '收费',
    element: 'other',
    trade: 'other',
    weight: 2,
    notice: 0,
    serious: 0,
    kinds: { enquiry: 6, complaint: 4 },
    places: ['物业费', '车位管理费', '公摊水电', '装修押金'],
    symptoms: ['收费标准和合同不一致', '没给发票', '不知道怎么算的', '多收了没退'],
    effects: ['要求出示文件', '不说清楚不交', '想了解一下怎么算的'],
    requirement: '核对收费依据并答复',
  },
  {
    category: '销售承诺',
    element: 'other',
    trade: 'other',
    weight: 2.2,
    notice: 0,
    serious: 0.04,
    kinds: { complaint: 7, enquiry: 3 },
    places: ['学校', '地铁口', '泳池会所', '人车分流'],
    symptoms: ['销售说有，现在没有', '宣传册写的和实际不符', '一拖再拖没有时间表'],
    effects: ['有录音', '准备联合其他业主', '要求退一部分房款'],
    requirement: '调取销售资料核对并书面答复',
  },
  {
    category: '面积差异',
    element: 'other',
    trade: 'other',
    weight: 1.5,
    notice: 0,
    serious: 0.01,
    kinds: { enquiry: 6, complaint: 4 },
    places: ['实测面积', '公摊面积', '阳台面积'],
    symptoms: ['和合同差了两平', '补差价不知道怎么算的', '测绘报告看不懂'],
    effects: ['要求复测', '请给个明细', '多退少补怎么还没退'],
    requirement: '提供测绘成果并逐项说明',
  },
  {
    category: '办证进度',
    element: 'other',
    trade: 'other',
    weight: 3,
    notice: 0,
    serious: 0.02,
    kinds: { enquiry: 7, complaint: 3 },
    places: ['不动产证', '契税发票', '银行解押'],
    symptoms: ['交房一年多还没下来', '问了几次都说在办', '资料交了又让重交'],
    effects: ['孩子上学要用', '想卖房卖不了', '请告知具体时间'],
    requirement: '核对办理进度并答复',
  },
  {
    category: '其他',
    element: 'other',
    trade: 'other',
    weight: 1.5,
    notice: 0,
    serious: 0.01,
    kinds: { complaint: 3, enquiry: 3, suggestion: 4 },
    places: ['业主活动', '维修预约', '客服热线'],
    symptoms: ['没人回应', '约好时间没人来', '没有收到通知', '希望改进'],
    effects: ['请了半天假白等', '希望改进服务', '态度还可以'],
    requirement: '答复客户',
  },
]

const begins = ['您好，', '', '', '我家', '反映一下，', '再次反映：', '业主来电：', '业主称', '']
const times = [
  '昨天',
  '上周',
  '这几天',
  '交房以来',
  '前天晚上',
  '从上个月开始',
  '连续三天',
  '今天早上',
  '入住第二个月起',
  '过完节以后',
  '装修之前',
]
const history = [
  '之前报修过一次，没修好',
  '物业来看过，说是开发商的问题',
  '师傅来了两次都没带材料',
  '第一次反映',
  '群里好几家都有同样的情况',
  '已经自己找人看过',
  '打过三次电话了',
  '',
]
const wishes = [
  '请尽快安排人来看',
  '要求一周内修好',
  '希望彻底解决，不要再拖',
  '请给书面答复',
  '要求赔偿损失',
  '希望约周末上门',
  '先止住水再说',
  '修好后要有人一起验收',
  '请领导重视',
  '希望告知处理进度',
]
const endings = ['。', '，谢谢。', '！', '，等回复。', '。']

/** The complaint in a customer's words: title, wording and wish that fit each other and the matter. */
export const wordsOf = (matter: Matter, random: Random, where: string) => {
  const place = random.pick(matter.places)
  const symptom = random.pick(matter.symptoms)
  const effect = random.pick(matter.effects)
  const sentences = [`${random.pick(begins)}${where}${place}${random.pick(times)}${symptom}`, effect, random.pick(history)].filter(
    (part) => part !== '',
  )
  return {
    place,
    title: `${place}${symptom}`.slice(0, 40),
    wording: `${(random.chance(0.75) ? sentences : sentences.toReversed().slice(-2).toReversed()).join('，')}${random.pick(endings)}`,
    wish: random.pick(wishes),
  }
}
