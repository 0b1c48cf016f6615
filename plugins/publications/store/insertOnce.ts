import type { Payload, Where } from 'payload'

/** What the databases' drivers call a taken unique key: MongoDB by number, SQLite by name. */
const TAKEN = new Set<unknown>([11000, 'SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY'])

/** The text of both of Payload's adapters for a taken key, where no request brings a language. */
const TAKEN_TEXT = 'Value must be unique'

/** Whether this is Payload's own error about nothing but taken keys. Mongoose has one of the same name for other faults. */
const saysTaken = (name: unknown, data: unknown): boolean => {
  if (name !== 'ValidationError' || data === null || typeof data !== 'object') return false
  const { errors } = data as { errors?: unknown }
  return (
    Array.isArray(errors) &&
    errors.length > 0 &&
    errors.every((error: { message?: unknown } | null) => error?.message === TAKEN_TEXT)
  )
}

/**
 * Whether a database error says that a unique key is taken, in the words of either adapter or of their drivers. Every
 * other refusal (a missing value, a foreign key, a check) is not: trying again would not help.
 */
export const isDuplicate = (error: unknown): boolean => {
  if (error === null || typeof error !== 'object') return false
  const { name, code, extendedCode, data, cause } = error as Record<string, unknown>
  return TAKEN.has(code) || TAKEN.has(extendedCode) || saysTaken(name, data) || (cause !== error && isDuplicate(cause))
}

/**
 * Inserts a row unless one with the same unique values exists. Runs outside Payload's transactions and hooks, so that
 * a collision harms nobody's save.
 *
 * @param args.unique names of the columns whose values together are unique (a unique index must back them)
 * @returns the row that stands now, and whether this call wrote it
 * @throws Error when the row was refused for another reason than the key
 */
export const insertOnce = async <Row extends object>(args: {
  payload: Payload
  collection: string
  data: Row
  unique: (keyof Row & string)[]
}): Promise<{ inserted: boolean; row: Row & { id: string | number } }> => {
  const { payload, collection, data, unique } = args
  try {
    const row = await payload.db.create({ collection, data: { ...data } as Record<string, unknown> })
    return { inserted: true, row: row as unknown as Row & { id: string } }
  } catch (error) {
    if (!isDuplicate(error)) throw error
    const where: Where = Object.fromEntries(unique.map((column) => [column, { equals: data[column] }]))
    const row = await payload.db.findOne<Row & { id: string }>({ collection, where } as never)
    if (!row) throw error
    return { inserted: false, row }
  }
}
