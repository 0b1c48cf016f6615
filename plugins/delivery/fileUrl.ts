interface PublicFile {
  sha256?: unknown
  filename?: unknown
}

const placeOf = ({ sha256, filename }: PublicFile) => `${String(sha256)}/${encodeURIComponent(String(filename ?? ''))}`

/**
 * Absolute URL of a published file.
 *
 * @param publicUrl origin of this server
 */
export const publicFileUrl = (publicUrl: string, file: PublicFile): string =>
  `${publicUrl}/media/public/${placeOf(file)}`

/**
 * Absolute URL of a version of a published picture.
 *
 * @param size last part of its address: `640.avif`
 */
export const sizedPictureUrl = (publicUrl: string, file: PublicFile, size: string): string =>
  `${publicUrl}/media/sized/${placeOf(file)}/${size}`
