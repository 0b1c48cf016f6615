/** Whether a raw path can be decoded; route matching throws on a lone `%` and on incomplete UTF-8. */
export const isDecodable = (path: string): boolean => {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}
