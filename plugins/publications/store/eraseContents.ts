import { rm } from 'node:fs/promises'
import path from 'node:path'
import type { Payload } from 'payload'
import { publicationsOptions } from '../core/shapes.ts'
import { claim } from './claim.ts'

/** A checksum is a folder of the public files; nothing else may be removed. */
const CHECKSUM = /^[0-9a-f]{64}$/

/**
 * Removes public files and erases the bytes of frozen contents, in this order, so that a crash leaves the contents that
 * say which files are to go. Hashes and the reason stay.
 *
 * @param args.files checksums of files
 * @throws Error any error of the database or the disk; a later retry may succeed
 */
export const eraseContents = async (args: {
  payload: Payload
  hashes: readonly string[]
  files: readonly string[]
  reason: string
}): Promise<void> => {
  const { payload, hashes, files, reason } = args
  const { mediaDir } = publicationsOptions(payload.config)
  for (const sha256 of files)
    if (CHECKSUM.test(sha256)) await rm(path.join(mediaDir, 'public', sha256), { recursive: true, force: true })
  for (const hash of hashes)
    await claim({
      payload,
      collection: 'contents',
      where: { hash: { equals: hash } },
      data: { bytes: null, purgedReason: reason },
    })
}
