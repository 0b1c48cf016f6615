/** Path of the SQLite file that an address names; `undefined` for the address of a server. */
export const databaseFile = (databaseUri: string): string | undefined => /^file:(.+)$/.exec(databaseUri)?.[1]
