import type { Scope } from '@lintel/domain'
import type { Context } from '../schema/context.ts'

/** What the place of a finding is called; nothing where it is everywhere. */
export const placeName = async (
  { dimension, value }: Scope,
  { prisma, loaders }: Pick<Context, 'prisma' | 'loaders'>,
): Promise<string | null> => {
  switch (dimension) {
    case 'company':
      return null
    case 'houseType':
      return value
    case 'project':
      return (await loaders.projects.load(value))?.name ?? null
    case 'contractor':
      return (await prisma.contractor.findUnique({ where: { id: value }, select: { name: true } }))?.name ?? null
    case 'building': {
      const found = await prisma.building.findUnique({ where: { id: value }, include: { project: true } })
      return found && [found.project.name, found.phase, found.name].join(' ')
    }
  }
}
