import type { DefaultCellComponentProps } from 'payload'
import { isIsoDay, listDay } from '../../lib/text/dates.ts'

/** A date in a list, `08/05/2024`; empty when not set. */
export const DateCell = ({ cellData }: DefaultCellComponentProps) => {
  const text = typeof cellData === 'string' ? cellData : ''
  return <span>{isIsoDay(text) ? listDay(text) : text || '–'}</span>
}
