/** Whether a path as it was sent can be read at all: what matches routes fails over `%` and over half a letter. */
export const isDecodable = (path: string): boolean => {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}
