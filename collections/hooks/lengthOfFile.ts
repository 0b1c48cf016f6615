import type { FieldHook } from 'payload'

/** Guarantees that a video has the duration of its file, unless someone entered another. */
export const lengthOfFile: FieldHook = async ({ value, siblingData, req }) => {
  const file = siblingData?.file as string | number | { id: string | number } | null | undefined
  if (value != null || file == null) return value
  const row = await req.payload.db.findOne<{ id: string | number; durationSeconds?: number | null }>({
    collection: 'media',
    where: { id: { equals: typeof file === 'object' ? file.id : file } },
    req,
  })
  return row?.durationSeconds ?? null
}
