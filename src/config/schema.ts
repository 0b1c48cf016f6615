import { migrations } from '../migrations/index.ts'

/** Names of all changes of the tables that this software knows, oldest first; they begin with their time and sort by it. */
export const knownSchemas: readonly string[] = migrations.map(({ name }) => name)

/** Name of the newest change of the tables that this software knows. */
export const schemaName = (): string => knownSchemas.at(-1)!
