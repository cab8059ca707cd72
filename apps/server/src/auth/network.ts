import { BlockList, isIP } from 'node:net'

/** `::ffff:10.0.0.1` is 10.0.0.1. */
const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i

/** Eight groups, written out. */
const groups = (address: string): readonly string[] => {
  // an address that ends in four numbers has its last two groups there
  const text = address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, a: string, b: string, c: string, d: string) =>
    [Number(a) * 256 + Number(b), Number(c) * 256 + Number(d)].map((group) => group.toString(16)).join(':'),
  )
  const [head = '', tail] = text.split('::')
  const before = head ? head.split(':') : []
  const after = tail ? tail.split(':') : []
  const all = tail === undefined ? before : [...before, ...Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0'), ...after]
  return all.map((group) => Number.parseInt(group, 16).toString(16))
}

const v4InV6 = new BlockList()
v4InV6.addSubnet('::ffff:0:0', 96, 'ipv6')

/** The address without port, brackets and zone, as it came otherwise; nothing where it is none. */
const bare = (written: string): string | undefined => {
  const text = written
    .trim()
    .replace(/^\[([^\]]*)\](:\d+)?$/, '$1')
    .replace(/%.*$/, '')
  const plain = isIP(text) === 0 ? text.replace(/:\d+$/, '') : text
  return isIP(plain) ? plain : undefined
}

/**
 * Whoever may stand behind an address, as one text: an IPv4 address, or the /64 of an IPv6 one, however it is written.
 * SEC-12
 */
export const networkOf = (written: string): string => {
  const address = bare(written)
  if (address === undefined) return 'unknown'
  if (isIP(address) === 4) return address
  const dotted = mapped.exec(address)?.[1]
  if (dotted) return dotted
  const all = groups(address)
  if (v4InV6.check(address, 'ipv6'))
    return all
      .slice(6)
      .flatMap((group) => {
        const both = Number.parseInt(group, 16)
        return [both >> 8, both & 255]
      })
      .join('.')
  return `${all.slice(0, 4).join(':')}::/64`
}
