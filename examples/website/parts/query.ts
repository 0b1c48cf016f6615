/** Parameters of an address, by name. */
export type Query = Readonly<Record<string, string>>

/** A path with parameters: empty ones are left out, and those that are replaced by `undefined`. */
export const withQuery = (path: string, query: Query, changes: Record<string, string | undefined> = {}): string => {
  const found = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...query, ...changes })) if (value) found.append(name, value)
  const text = found.toString()
  return text ? `${path}?${text}` : path
}
