import { open } from 'node:fs/promises'
import { parseFile } from 'music-metadata'

const MOST_BOXES = 10_000

/**
 * Whether an MP4 file is complete: its boxes, each with its own length, end exactly at the end of the file (ISO/IEC
 * 14496-12, 4.2).
 *
 * @param file path of a file that begins with a box of type `ftyp`
 */
export const isWholeMp4 = async (file: string): Promise<boolean> => {
  const handle = await open(file, 'r')
  try {
    const { size } = await handle.stat()
    const head = Buffer.alloc(16)
    let at = 0
    for (let boxes = 0; at < size; boxes += 1) {
      if (boxes === MOST_BOXES) return false
      const { bytesRead } = await handle.read(head, 0, 16, at)
      if (bytesRead < 8) return false
      const short = head.readUInt32BE(0)
      // 1 means that the length is in the next eight bytes; 0 means that the box extends to the end of the file.
      const long = short === 1 && bytesRead === 16 ? Number(head.readBigUInt64BE(8)) : undefined
      const length = short === 0 ? size - at : (long ?? short)
      if (length < (long === undefined ? 8 : 16)) return false
      at += length
    }
    return at === size
  } finally {
    await handle.close()
  }
}

/** Duration of a video in whole seconds; `undefined` if its container does not state it. Such a video still plays. */
export const lengthOfFilm = async (file: string): Promise<number | undefined> => {
  try {
    const { format } = await parseFile(file, { duration: true, skipCovers: true })
    return format.duration === undefined ? undefined : Math.round(format.duration)
  } catch {
    return undefined
  }
}
