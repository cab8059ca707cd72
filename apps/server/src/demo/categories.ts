/** 投诉类别 as the demo company keeps them, three levels deep. C-2 */
type Node = { readonly zh: string; readonly en: string; readonly under?: readonly Node[] }
const leaf = (zh: string, en: string): Node => ({ zh, en })

export const categories: readonly Node[] = [
  {
    zh: '质量',
    en: 'Quality',
    under: [
      {
        zh: '渗漏',
        en: 'Leaks',
        under: [leaf('屋面渗漏', 'Roof'), leaf('外墙渗漏', 'Façade'), leaf('卫生间渗漏', 'Bathroom'), leaf('窗边渗漏', 'Window')],
      },
      {
        zh: '开裂空鼓',
        en: 'Cracks and hollows',
        under: [leaf('墙面开裂', 'Wall cracks'), leaf('墙地面空鼓', 'Hollow plaster'), leaf('地面起砂', 'Dusting floor')],
      },
      { zh: '门窗', en: 'Doors and windows', under: [leaf('入户门', 'Front door'), leaf('铝合金窗', 'Aluminium window')] },
      {
        zh: '给排水',
        en: 'Water and drains',
        under: [leaf('管道漏水', 'Pipe leak'), leaf('下水堵塞', 'Blocked drain'), leaf('下水反味', 'Drain smell')],
      },
      { zh: '电气', en: 'Electrical', under: [leaf('跳闸断电', 'Tripping'), leaf('弱电不通', 'Weak current')] },
      { zh: '采暖', en: 'Heating', under: [leaf('地暖不热', 'Underfloor heating')] },
      { zh: '电梯', en: 'Lifts', under: [leaf('电梯故障', 'Lift failure')] },
    ],
  },
  {
    zh: '配套',
    en: 'Facilities',
    under: [
      {
        zh: '公共设施',
        en: 'Public facilities',
        under: [leaf('车库', 'Garage'), leaf('健身设施', 'Fitness'), leaf('道路照明', 'Lighting')],
      },
      leaf('绿化', 'Greenery'),
    ],
  },
  {
    zh: '设计',
    en: 'Design',
    under: [leaf('户型布局', 'Layout'), leaf('空调机位', 'Air-conditioner place'), leaf('采光通风', 'Light and air')],
  },
  { zh: '施工', en: 'Construction', under: [leaf('施工噪音', 'Noise'), leaf('成品保护', 'Damage by works')] },
  { zh: '物业', en: 'Property service', under: [leaf('安保', 'Security'), leaf('保洁', 'Cleaning'), leaf('收费', 'Fees')] },
  { zh: '销售合同', en: 'Sale and contract', under: [leaf('销售承诺', 'Promises'), leaf('面积差异', 'Area difference')] },
  { zh: '产权', en: 'Title', under: [leaf('办证进度', 'Progress of the certificate')] },
  { zh: '其他', en: 'Other' },
]
