import type { Payload, Where } from 'payload'

/** Error codes of the database drivers for a duplicate key: a number in MongoDB, a name in SQLite. */
const TAKEN = new Set<unknown>([11000, 'SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY'])

/** Message of both Payload adapters for a duplicate key, outside a request with a language. */
const TAKEN_TEXT = 'Value must be unique'

/** Whether this is Payload's own error, about duplicate keys only. Mongoose uses the same name for other errors. */
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
 * Whether a database error reports a duplicate key, in the wording of either adapter or driver. Other rejections (a
 * missing value, a foreign key, a check) do not count, because retrying would not help.
 */
export const isDuplicate = (error: unknown): boolean => {
  if (error === null || typeof error !== 'object') return false
  const { name, code, extendedCode, data, cause } = error as Record<string, unknown>
  return TAKEN.has(code) || TAKEN.has(extendedCode) || saysTaken(name, data) || (cause !== error && isDuplicate(cause))
}

interface Once<Row> {
  payload: Payload
  collection: string
  data: Row
  /** Columns whose values together are unique; a unique index must back them. */
  unique: (keyof Row & string)[]
}
type Stored<Row> = Row & { id: string | number }

const thereIs = <Row extends object>(
  { payload, collection, data, unique }: Once<Row>,
  columns?: readonly (keyof Row & string)[],
): Promise<Stored<Row> | null> => {
  const where: Where = Object.fromEntries(unique.map((column) => [column, { equals: data[column] }]))
  const select = columns && Object.fromEntries(columns.map((column) => [column, true]))
  return payload.db.findOne<Row & { id: string }>({
    collection,
    where,
    ...(select ? { select: select as Record<string, true> } : {}),
  })
}

/**
 * Inserts a row unless one with the same unique values exists; for rows that rarely exist already. It runs outside
 * Payload's transactions and hooks, so that a collision does not abort anyone's save.
 *
 * @returns the stored row, and whether this call inserted it
 * @throws Error when the row was rejected for another reason than the key
 */
export const insertOnce = async <Row extends object>(
  args: Once<Row>,
): Promise<{ inserted: boolean; row: Stored<Row> }> => {
  const { payload, collection, data } = args
  try {
    const row = await payload.db.create({ collection, data: { ...data } as Record<string, unknown> })
    return { inserted: true, row: row as unknown as Stored<Row> }
  } catch (error) {
    if (!isDuplicate(error)) throw error
    const row = await thereIs(args)
    if (!row) throw error
    return { inserted: false, row }
  }
}

/**
 * Like `insertOnce`, for rows that often exist already: it reads first, because even a rejected insert waits for the
 * database's write lock.
 *
 * @param args.columns columns to read from an existing row
 * @throws as above
 */
export const keepOnce = async <Row extends object, Column extends keyof Row & string>(
  args: Once<Row> & { columns: readonly Column[] },
): Promise<Pick<Row, Column>> => (await thereIs(args, args.columns)) ?? (await insertOnce(args)).row
