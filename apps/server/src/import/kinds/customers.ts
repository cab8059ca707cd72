import { input, keyOf, many, required, textsOf, type ImportKind } from './kind.ts'

/** 客户: known again by their identity document, else by phone and name. §2 */
export const customers: ImportKind = {
  name: 'customers',
  noun: 'customer',
  adds: 'customer.add',
  changes: 'customer.change',
  permissions: ['customer.keep'],
  inputs: {
    sourceId: input('line', '编号 客户编号 客户ID 业主编号 id customerId customerNo'),
    name: input('line', '姓名 客户姓名 客户名称 业主 业主姓名 客户 名称 customer owner', { ...required, personal: 'name' }),
    phone: input('line', '电话 手机 手机号 手机号码 联系电话 联系方式 mobile tel telephone', { personal: 'phone' }),
    otherPhone: input('line', '备用电话 其他电话 第二电话 secondPhone', { personal: 'phone' }),
    identityNumber: input('line', '证件号码 证件号 身份证 身份证号 身份证号码 idNumber idCard', { personal: 'identity' }),
    address: input('line', '地址 联系地址 通讯地址 通信地址 住址', { personal: 'text' }),
    project: input('project', '楼盘 项目 项目名称 小区 楼盘名称', required),
    building: input('building', '楼栋 栋 楼号 幢 楼栋号 栋号'),
    unit: input('unit', '房屋 房号 房间 房间号 门牌 门牌号 单元房号 室号 room units', many),
    preferences: input('text', '偏好 备注'),
  },
  known: ({ identityNumber, phone, name }) => [...keyOf('identity', identityNumber), ...keyOf('phone', phone, name)],
  knownBy: ({ identityNumber, phone, otherPhone, name }) => [
    ...keyOf('identity', identityNumber),
    ...keyOf('phone', phone, name),
    ...keyOf('phone', otherPhone, name),
  ],
  where: (said) => [
    { property: 'identityNumber', values: textsOf(said, 'identityNumber') },
    { property: 'name', values: textsOf(said, 'name') },
  ],
  joined: ['units', 'projects'],
  input: ({ sourceId: _, project, building: __, unit, ...said }) => ({ ...said, units: unit ?? [], projects: [project] }),
}
