import { input, isId, keyOf, required, textsOf, type ImportKind } from './kind.ts'

/** 房屋, with the buildings they stand in: known again by project, building and number. §2 */
export const units: ImportKind = {
  name: 'units',
  noun: 'unit',
  adds: 'unit.add',
  changes: 'unit.change',
  permissions: ['unit.keep', 'building.keep'],
  inputs: {
    project: input('project', '楼盘 项目 项目名称 小区 楼盘名称', required),
    phase: input('line', '期 期数 分期'),
    building: input('building', '楼栋 栋 楼号 幢 楼栋号 栋号', required),
    deliveryDate: input('day', '交付日期 楼栋交付日期'),
    number: input('line', '房号 房屋 房间 房间号 门牌 门牌号 室号 unit room unitNumber', required),
    floor: input('count', '楼层 层 层数', required),
    houseType: input('line', '户型 房型', required),
    contractedArea: input('area', '合同面积 预测面积 建筑面积 面积 area'),
    measuredArea: input('area', '实测面积'),
    handedOverOn: input('day', '交房日期 交房时间 入住日期 收房日期'),
  },
  known: ({ building, number }) => keyOf('unit', building, number),
  knownBy: ({ building, number }) => keyOf('unit', building, number),
  where: (said) => [{ property: 'building', values: textsOf(said, 'building').filter(isId) }],
  input: ({ phase: _, deliveryDate: __, ...said }) => said,
}
