import type { Random } from './random.ts'

const surnames = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文',
]
const first = [
  ...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉萍红玲芬燕彬凤洁梅琳素云莲真环雪荣爱妹香月莺媛瑞凡佳嘉琼勤珍贞莉宁蓉眉君琴薇菁梦岚苑婕馨瑗琰韵融园艺咏卿聪澜纯毓悦昭冰爽琬茗羽希欣飘育滢馥筠柔竹霭凝晓欢霄枫芸菲寒伊亚宜可姬舒影荔枝思',
]
const second = [...'国建文志海永春新庆学德光立金成家俊宏世天兴东振正福玉子丽小雨晓佳梦雅诗若思欣浩宇轩泽一']

/** A name as people in Chengdu have them: two or three characters. */
export const personName = (random: Random) =>
  random.chance(0.22) ? random.pick(surnames) + random.pick(first) : random.pick(surnames) + random.pick(second) + random.pick(first)

const prefixes = ['138', '139', '136', '135', '158', '159', '186', '187', '188', '133', '177', '199']
export const mobile = (random: Random) => random.pick(prefixes) + String(random.between(0, 99_999_999)).padStart(8, '0')

const factors = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
/** An identity number with a right check digit, of nobody: the district 519999 does not exist. */
export const identityNumber = (random: Random) => {
  const born = `${random.between(1955, 2001)}${String(random.between(1, 12)).padStart(2, '0')}${String(random.between(1, 28)).padStart(2, '0')}`
  const digits = `519999${born}${String(random.between(0, 999)).padStart(3, '0')}`
  const sum = factors.reduce((total, factor, n) => total + factor * Number(digits.charAt(n)), 0)
  return digits + '10X98765432'.charAt(sum % 11)
}
