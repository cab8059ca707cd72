const drawn = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'paint-order',
  'font-size',
  'font-weight',
  'font-family',
  'font-variant-numeric',
] as const
const named = 'http://www.w3.org/2000/svg'
const titleRoom = 34

/** The picture of a chart as a file of its own: what the style sheet says of it is written into it. */
export const pictureOf = (svg: SVGSVGElement, title: string): string => {
  const copy = svg.cloneNode(true) as SVGSVGElement
  const [from, to] = [svg, copy].map((one) => [...one.querySelectorAll<SVGElement>('*')])
  to?.forEach((element, n) => {
    const source = from?.[n]
    if (!source) return
    const style = getComputedStyle(source)
    for (const name of drawn) element.setAttribute(name, style.getPropertyValue(name))
    element.removeAttribute('class')
  })
  // the links lead nowhere outside
  for (const link of copy.querySelectorAll('a')) link.replaceWith(...link.childNodes)
  const ground = getComputedStyle(document.documentElement)
  const { width, height } = { width: svg.width.baseVal.value, height: svg.height.baseVal.value }
  const page = document.createElementNS(named, 'rect')
  page.setAttribute('width', String(width))
  page.setAttribute('height', String(height + titleRoom))
  page.setAttribute('y', String(-titleRoom))
  page.setAttribute('fill', ground.getPropertyValue('--surface').trim() || '#ffffff')
  const words = document.createElementNS(named, 'text')
  words.textContent = title
  for (const [name, value] of Object.entries({
    x: '8',
    y: '-12',
    'font-size': '14',
    'font-weight': '600',
    fill: ground.getPropertyValue('--words').trim(),
    'font-family': getComputedStyle(document.body).fontFamily,
  }))
    words.setAttribute(name, value)
  copy.prepend(page, words)
  copy.removeAttribute('class')
  copy.setAttribute('xmlns', named)
  copy.setAttribute('viewBox', `0 ${-titleRoom} ${width} ${height + titleRoom}`)
  copy.setAttribute('height', String(height + titleRoom))
  return new XMLSerializer().serializeToString(copy)
}

/** The same as PNG, twice as fine as the screen. */
export const pngOf = async (picture: string): Promise<Blob> => {
  const address = URL.createObjectURL(new Blob([picture], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = image.width * 2
    canvas.height = image.height * 2
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
    )
  } finally {
    URL.revokeObjectURL(address)
  }
}
