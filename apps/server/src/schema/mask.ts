/** 张三丰 → 张**. X-7 */
export const maskedName = (name: string) => `${[...name][0] ?? ''}${'*'.repeat(Math.max(1, [...name].length - 1))}`
/** 13812345678 → 138****5678; a shorter one keeps its last two digits. X-7 */
export const maskedPhone = (phone: string | null) =>
  phone &&
  (phone.length >= 11
    ? `${phone.slice(0, 3)}${'*'.repeat(phone.length - 7)}${phone.slice(-4)}`
    : `${'*'.repeat(Math.max(0, phone.length - 2))}${phone.slice(-2)}`)
/** Nobody needs more of an identity number than that it is on file. X-7 */
export const maskedIdentity = (number: string | null) =>
  number && `${number.slice(0, 3)}${'*'.repeat(Math.max(0, number.length - 5))}${number.slice(-2)}`
