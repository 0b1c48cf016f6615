import type { CodegenConfig } from '@graphql-codegen/cli'

/** Types of the queries in `queries/`, from the schema that the CMS commits: `npm run website:types`. */
const config: CodegenConfig = {
  schema: 'plugins/delivery/schema.graphql',
  documents: 'examples/website/queries/*.graphql',
  generates: {
    'examples/website/queries/generated.ts': {
      plugins: ['typescript-operations', 'typed-document-node'],
      config: {
        documentMode: 'string',
        onlyOperationTypes: true,
        enumsAsTypes: true,
        useTypeImports: true,
        skipTypename: true,
        scalars: { ID: 'string', JSON: 'unknown' },
        avoidOptionals: { field: true, inputValue: false, object: true, defaultValue: false },
      },
    },
  },
}

export default config
