import type { Payload, Where } from 'payload'

/** Whether a database error says that a unique key is taken, in the words of either adapter or of their drivers. */
export const isDuplicate = (error: unknown): boolean => {
  if (error === null || typeof error !== 'object') return false
  const { name, code, cause } = error as { name?: string; code?: unknown; cause?: unknown }
  return (
    name === 'ValidationError' ||
    code === 11000 ||
    (typeof code === 'string' && code.startsWith('SQLITE_CONSTRAINT')) ||
    (cause !== undefined && isDuplicate(cause))
  )
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
