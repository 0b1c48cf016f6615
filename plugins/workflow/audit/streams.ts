import type { Payload } from 'payload'
import { isNumbered, NUMBERED } from '../../publications/index.ts'
import { allRows } from '../store/rows.ts'
import { MISNUMBERED } from './report.ts'

interface Row {
  document: string
  seq: number
}

/**
 * The rows of a log that has one stream a document, stream by stream, each in order. Memory holds one stream.
 *
 * @param args.misnumbered is told of each row whose number is none, which belongs to no stream
 */
export async function* streamsIn<R extends Row>(args: {
  payload: Payload
  collection: string
  misnumbered: (place: string, what: string) => void
  gently?: boolean
}): AsyncGenerator<R[]> {
  const { payload, collection, misnumbered, gently } = args
  let stream: R[] = []
  for await (const row of allRows<R>({ payload, collection, sort: ['document', 'seq'], where: NUMBERED, gently })) {
    if (!isNumbered(row)) {
      misnumbered(`${row.document}#${row.seq}`, MISNUMBERED)
      continue
    }
    if (stream[0] && stream[0].document !== row.document) {
      yield stream
      stream = []
    }
    stream.push(row)
  }
  if (stream.length) yield stream
}
