import { stat } from 'node:fs/promises'
import path from 'node:path'
import { APIError, type UploadConfig } from 'payload'
import { say } from '../../lib/faults/say.ts'

/** Allow-list pattern for stored file names; Payload would serve any file in the folder or below it. */
const STORED = /^[a-z0-9][a-z0-9-]*\.[a-z0-9]+$/

/** Guarantees that only files of the library are served from its folder, and that a missing one gives 404. */
export const serveStored =
  (mediaDir: string): NonNullable<UploadConfig['handlers']>[number] =>
  async (req, { params: { filename } }) => {
    const look = () => stat(path.join(mediaDir, filename)).catch(() => undefined)
    const found = STORED.test(filename) ? await look() : undefined
    if (found?.isFile()) return
    throw new APIError(
      say(req, 'Không có tệp này; hãy kiểm tra lại đường dẫn.', 'There is no such file; check the link.'),
      404,
      { code: 'NOT_FOUND' },
      true,
    )
  }
