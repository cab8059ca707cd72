import type { CodegenConfig } from '@graphql-codegen/cli'

export default {
  schema: '../server/schema.graphql',
  // documents stand in files of their own, so that none is carried twice into the browser
  documents: ['src/**/*.graphql'],
  generates: {
    './src/gql/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: 'string',
        useTypeImports: true,
        importExtension: '.ts',
        enumsAsTypes: true,
        scalars: { DateTime: 'string', Date: 'string', Decimal: 'string', ID: 'string', JSON: 'unknown' },
        avoidOptionals: { field: true, object: true, inputValue: false },
      },
    },
  },
  ignoreNoDocuments: true,
} satisfies CodegenConfig
