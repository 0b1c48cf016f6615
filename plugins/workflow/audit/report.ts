/** Something that is not as it was written. */
export interface AuditFault {
  store: 'workflow-events' | 'workflow-definitions' | 'publications' | 'contents' | 'addresses' | 'files' | 'anchors'
  /** Which row: `<document>#<seq>`, a hash, an address, a file. */
  place: string
  what: string
}

export interface AuditReport {
  streams: number
  events: number
  publications: number
  contents: number
  definitions: number
  anchors: number
  faults: AuditFault[]
}

/** Of a row whose number is none that a log gives. */
export const MISNUMBERED = 'has no number'

/** Notes a fault. */
export type Say = (store: AuditFault['store'], place: string, what: string) => void

/** Notes faults in a report, each once: two readers may meet the same. */
export const sayInto = (report: AuditReport): Say => {
  const reported = new Set<string>()
  return (store, place, what) => {
    const name = `${store} ${place} ${what}`
    if (reported.has(name)) return
    reported.add(name)
    report.faults.push({ store, place, what })
  }
}

/** Notes that a row of a log was read with this hash. */
export type Seen = (log: string, seq: number, hash: string) => void
