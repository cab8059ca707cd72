/** What in a wording says who or where somebody is, and what stands there instead. X-7, Y-6 */
const personal: readonly (readonly [RegExp, string])[] = [
  [/[\w.+-]+@[\w-]+(\.[\w-]+)+/g, '***'],
  // identity numbers before phones, which could be a part of one
  [/(?<!\d)\d{17}[\dXx](?!\d)/g, '***'],
  [/(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/g, '***'],
  [/(?<!\d)0\d{2,3}[- ]?\d{7,8}(?!\d)/g, '***'],
  // 3栋2单元1501室, 12#楼1单元, 1-2-301, 1501室
  [/[A-Za-z\d一二三四五六七八九十]+\s*(?:[栋幢座]|号楼|#楼?)(?:\s*[\d一二三四五六七八九十]+\s*单元)?(?:\s*\d{2,5}\s*[室号房]?)?/g, '某处'],
  [/[\d一二三四五六七八九十]+\s*单元(?:\s*\d{2,5}\s*[室号房]?)?/g, '某处'],
  [/(?<!\d)\d{1,3}\s*-\s*(?:\d{1,2}\s*-\s*)?\d{3,4}(?!\d)/g, '某处'],
  [/(?<!\d)\d{3,4}\s*(?:室|号房|房间)/g, '某处'],
  [/(?<=我叫|我是业主|本人|姓名[:：]?|联系人[:：]?)\s*[\u4e00-\u9fa5]{2,3}(?=[,，。;；:：\s]|$)/g, '某某'],
  [/[\u4e00-\u9fa5](?=(?:先生|女士|小姐|阿姨|大爷)(?![\u4e00-\u9fa5]*们))/g, '某'],
]
/** A wording as it may be shown beside figures: without phones, identity numbers, homes and names, as far as they can be told. X-7, Y-6 */
export const masked = (text: string): string => personal.reduce((shown, [what, instead]) => shown.replaceAll(what, instead), text)
