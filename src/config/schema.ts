import { migrations } from '../migrations/index.ts'

/** Names of all changes of the tables that this software knows, oldest first; they begin with their time and sort by it. */
export const knownSchemas: readonly string[] = migrations.map(({ name }) => name)

/** Key under which a database notes the newest change that it was given, in Payload's own collection of keys and values. */
export const SCHEMA_KEY = 'schema'

/** Name of the newest change of the tables that this software knows. */
export const schemaName = (): string => knownSchemas.at(-1)!
