import path from 'node:path'
import { type AuditFault, verify } from '../../../plugins/workflow/index.ts'
import type { System } from '../../system.ts'
import { type Finding, fault, fine } from './finding.ts'

const MOST_NAMED = 5
const named = ({ store, place, what }: AuditFault) => `${store} ${place}: ${what}`

/** Whether every log, content and public file is as it was written. */
export const records = async ({ payload, environment }: System): Promise<Finding[]> => {
  const { faults, publications, events } = await verify({
    payload,
    anchorsDir: path.join(environment.dataDir, 'anchors'),
  })
  if (!faults.length)
    return [
      fine('audit', `${events} sự kiện, ${publications} lần công bố`, `${events} events, ${publications} publications`),
    ]
  const first = `${faults.slice(0, MOST_NAMED).map(named).join('; ')}${faults.length > MOST_NAMED ? '; …' : ''}`
  return [
    fault(
      'audit',
      { vi: `${faults.length} sai lệch: ${first}`, en: `${faults.length} faults: ${first}` },
      {
        vi: 'chạy “congbo audit verify”; văn bản liên quan không được hiển thị cho đến khi có lại đúng dữ liệu từ bản sao lưu',
        en: 'run `congbo audit verify`; what is concerned is not shown until its data is back from a backup',
      },
    ),
  ]
}
