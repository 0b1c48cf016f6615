import { parseBuffer } from 'music-metadata'
import type { FieldHook } from 'payload'

/** Guarantees that a stored film says how long it is, in whole seconds, where its file tells; never taken from a request. */
export const filmLength: FieldHook = async ({ operation, originalDoc, req }) => {
  if (operation !== 'create') return originalDoc?.durationSeconds ?? null
  const { file } = req
  if (!file?.mimetype.startsWith('video/')) return null
  try {
    const { format } = await parseBuffer(file.data, { mimeType: file.mimetype, size: file.size }, { duration: true })
    return format.duration === undefined ? null : Math.round(format.duration)
  } catch {
    // A film whose container hides its length plays all the same.
    return null
  }
}

/** Guarantees that a video has the length of its file, unless somebody wrote another. */
export const lengthOfFile: FieldHook = async ({ value, siblingData, req }) => {
  const file = siblingData?.file as string | number | { id: string | number } | null | undefined
  if (value != null || file == null) return value
  const row = await req.payload.db.findOne<{ id: string | number; durationSeconds?: number | null }>({
    collection: 'media',
    where: { id: { equals: typeof file === 'object' ? file.id : file } },
    req,
  } as never)
  return row?.durationSeconds ?? null
}
