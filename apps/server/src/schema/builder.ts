import SchemaBuilder from '@pothos/core'
import PrismaPlugin from '@pothos/plugin-prisma'
import RelayPlugin from '@pothos/plugin-relay'
import type { Money } from '@lintel/domain'
import type PrismaTypes from '../generated/pothos-types.ts'
import { getDatamodel } from '../generated/pothos-types.ts'
import type { PrismaClient } from '../generated/prisma/client.ts'
import type { Context } from './context.ts'

export const builder = new SchemaBuilder<{
  PrismaTypes: PrismaTypes
  DefaultFieldNullability: false
  DefaultEdgesNullability: false
  DefaultNodeNullability: false
  Context: Context
  Scalars: {
    ID: { Input: string; Output: string }
    DateTime: { Input: Date; Output: Date }
    Date: { Input: string; Output: string }
    Decimal: { Input: string; Output: string }
    JSON: { Input: unknown; Output: unknown }
  }
  Objects: { Money: Money }
}>({
  defaultFieldNullability: false,
  plugins: [RelayPlugin, PrismaPlugin],
  // every request reads in its own transaction, which knows the reader's projects
  prisma: { client: (context) => context.prisma as PrismaClient, dmmf: getDatamodel(), onUnusedQuery: null },
  relay: {
    cursorType: 'String',
    nodeQueryOptions: false,
    nodesQueryOptions: false,
    edgesFieldOptions: { nullable: false },
    nodeFieldOptions: { nullable: false },
  },
})
builder.queryType({})
builder.mutationType({})
builder.subscriptionType({})
