import type { DefaultCellComponentProps } from 'payload'
import { shownInstant } from '../../../lib/time/shownInstant.ts'

/** An instant in a list, in Vietnam's time; Payload's own cell uses the time zone of the browser. */
export const InstantCell = ({ cellData }: DefaultCellComponentProps) => {
  const at = new Date(typeof cellData === 'string' ? cellData : Number.NaN)
  return <span>{Number.isNaN(at.getTime()) ? '–' : shownInstant(at)}</span>
}
