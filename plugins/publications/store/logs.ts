import { PUBLICATION_COLUMNS } from '../core/columns.ts'
import type { Log } from './appendLog.ts'

/** The publications log: one stream. */
export const publicationsLog: Log = { collection: 'publications', key: 'key', columns: PUBLICATION_COLUMNS }
