import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defaultSettings, type PersonId, type Rules } from '@lintel/domain'
import sharp from 'sharp'
import type { Depot } from '../files/depot.ts'
import { identify, type Identified } from '../files/identify.ts'
import { hashOf, keepBytes } from '../files/receive.ts'
import type { Bulk } from '../records/bulk.ts'
import { idFrom } from '../records/identity.ts'

type Colour = readonly [number, number, number]
/** What a scene looks like: its wall, and how wet it is. */
const scenes = {
  ceiling: { wall: [206, 203, 194], wet: 0.9, tiles: 0 },
  wall: { wall: [188, 184, 172], wet: 0.6, tiles: 0 },
  before: { wall: [196, 199, 201], wet: 0.8, tiles: 60 },
  after: { wall: [228, 230, 231], wet: 0, tiles: 60 },
} as const satisfies Record<string, { wall: Colour; wet: number; tiles: number }>
export type Scene = keyof typeof scenes

const [width, height] = [480, 360]
const stain: Colour = [112, 88, 52]
/** A small photograph: a wall in a bad light, with tiles and a stain where there is one. */
const paint = ({ wall, wet, tiles }: (typeof scenes)[Scene]): Promise<Buffer> => {
  const points = Buffer.alloc(width * height * 3)
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const light = 1 - 0.35 * Math.hypot(x / width - 0.3, y / height - 0.2)
      const edge = Math.hypot((x - 250) / 150, (y - 150) / 100) + 0.12 * Math.sin(x / 17) + 0.1 * Math.cos(y / 11)
      const damp = wet * Math.max(0, Math.min(1, 1.15 - edge)) * (0.75 + 0.25 * Math.sin(edge * 14))
      const joint = tiles > 0 && (x % tiles < 2 || y % tiles < 2) ? 0.8 : 1
      for (const part of [0, 1, 2] as const) points[at++] = Math.round((wall[part] * (1 - damp) + stain[part] * damp) * light * joint)
    }
  return sharp(points, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 78 })
    .toBuffer()
}

type Painted = Identified & { readonly hash: string; readonly size: number }
export type Photos = {
  /** Somebody's photo of a scene; one for each record that shows it. */
  take(by: PersonId, scene: Scene): string
  /** What was taken is in the database from here on. */
  arrive(bulk: Bulk): Promise<void>
}

/** The demo's few photos, painted here and kept as if a telephone had sent them. */
export const paintPhotos = async (depot: Depot): Promise<Photos> => {
  const folder = await mkdtemp(join(tmpdir(), 'lintel-demo-'))
  const painted = new Map<Scene, Painted>()
  const limits = { ...defaultSettings } as unknown as Rules
  try {
    for (const scene of Object.keys(scenes) as Scene[]) {
      const path = join(folder, scene)
      await writeFile(path, await paint(scenes[scene]))
      const { size } = await stat(path)
      const [found, hash] = [await identify(path, size, `${scene}.jpg`, limits), await hashOf(path)]
      await keepBytes(depot, hash, path, found.shown)
      painted.set(scene, { ...found, hash, size })
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  const coming: { readonly id: string; readonly by: PersonId; readonly scene: Scene }[] = []
  let taken = 0
  return {
    take(by, scene) {
      const id = idFrom('demo photo', `${taken++}`)
      coming.push({ id, by, scene })
      return id
    },
    async arrive(bulk) {
      for (const { id, by, scene } of coming.splice(0)) {
        const photo = painted.get(scene)
        if (photo) await bulk.keepFile({ ...photo, id, by })
      }
    },
  }
}
