/** A deviation from what was originally written. */
export interface AuditFault {
  store:
    | 'workflow-events'
    | 'workflow-comments'
    | 'workflow-powers'
    | 'workflow-definitions'
    | 'publications'
    | 'contents'
    | 'addresses'
    | 'files'
    | 'anchors'
    /** A log of another plugin, by the slug of its collection. */
    | (string & {})
  /** Which row: `<document>#<seq>`, a hash, an address, a file. */
  place: string
  what: string
}

export interface AuditReport {
  streams: number
  events: number
  publications: number
  contents: number
  /** Rows of the logs of other plugins. */
  otherRows: number
  definitions: number
  anchors: number
  faults: AuditFault[]
}

/** Fault of a row whose number is not one that a log assigns. */
export const MISNUMBERED = 'has no number'

/** Reports a fault. */
export type Say = (store: AuditFault['store'], place: string, what: string) => void

/** Collects faults in a report, each only once: two readers may find the same. */
export const sayInto = (report: AuditReport): Say => {
  const reported = new Set<string>()
  return (store, place, what) => {
    const name = `${store} ${place} ${what}`
    if (reported.has(name)) return
    reported.add(name)
    report.faults.push({ store, place, what })
  }
}

/** Reports that a row of a log was read with this hash. */
export type Seen = (log: string, seq: number, hash: string) => void
