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

interface Once<Row> {
  payload: Payload
  collection: string
  data: Row
  /** Names of the columns whose values together are unique; a unique index must back them. */
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
 * Inserts a row unless one with the same unique values exists, for rows of which few are there already. Runs outside
 * Payload's transactions and hooks, so that a collision harms nobody's save.
 *
 * @returns the row that stands now, and whether this call wrote it
 * @throws Error when the row was refused for another reason than the key
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
 * As `insertOnce`, for rows of which many are there already: looks first, since an insert that is refused has waited
 * for the database's writer all the same.
 *
 * @param args.columns those of a row found that are wanted
 * @throws as above
 */
export const keepOnce = async <Row extends object, Column extends keyof Row & string>(
  args: Once<Row> & { columns: readonly Column[] },
): Promise<Pick<Row, Column>> => (await thereIs(args, args.columns)) ?? (await insertOnce(args)).row
