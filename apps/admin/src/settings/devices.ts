const browsers = [
  ['MicroMessenger', /MicroMessenger\//u],
  ['Edge', /Edg(?:e|A|iOS)?\//u],
  ['Firefox', /(?:Firefox|FxiOS)\//u],
  ['Chrome', /(?:Chrome|CriOS)\//u],
  ['Safari', /Safari\//u],
] as const
const systems = [
  ['iPhone', /iPhone/u],
  ['iPad', /iPad/u],
  ['Android', /Android/u],
  ['Windows', /Windows/u],
  ['macOS', /Mac OS X/u],
  ['Linux', /Linux/u],
] as const

/** A browser as people call it, from how it names itself; what is not known stays away. */
export const deviceOf = (agent: string | null | undefined) => ({
  browser: browsers.find(([, sign]) => sign.test(agent ?? ''))?.[0],
  system: systems.find(([, sign]) => sign.test(agent ?? ''))?.[0],
})
