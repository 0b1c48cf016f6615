const TIME = String.raw`(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})`
const TIMING = new RegExp(`^${TIME}[ \\t]+-->[ \\t]+${TIME}(?:[ \\t].*)?$`)

const milliseconds = ([hours = '0', minutes, seconds, thousandths]: (string | undefined)[]): number =>
  ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(thousandths)

const timed = (line: string): boolean => {
  const match = TIMING.exec(line)
  return match !== null && milliseconds(match.slice(1, 5)) < milliseconds(match.slice(5, 9))
}

/** What is wrong with captions: another kind of file, or the first line, from 1, whose time cannot be used. */
export type CaptionFault = 'kind' | { line: number }

/**
 * Checks whether bytes are captions that a player can show (W3C WebVTT, section 4.1): UTF-8, the signature and an empty
 * line, at least one cue with text, and no cue that ends before it begins.
 *
 * @returns `undefined` when they are
 */
export const faultOfWebVtt = (bytes: Uint8Array): CaptionFault | undefined => {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return 'kind'
  }
  if (text.includes('\0')) return 'kind'
  const lines = text.replace(/\r\n?/g, '\n').split('\n')
  const end = lines.indexOf('')
  const head = lines.slice(0, end < 0 ? undefined : end).join('\n')
  if (!/^WEBVTT(?:[\t \n]|$)/.test(head) || head.includes('-->')) return 'kind'
  let blockAt = 0
  let says = false
  for (const [at, line] of lines.entries()) {
    if (line === '') blockAt = at + 1
    if (!line.includes('-->')) continue
    // A cue is its timing, or a name and its timing, and text.
    if (at - blockAt > 1 || !timed(line.trimEnd())) return { line: at + 1 }
    says ||= (lines[at + 1] ?? '').trim() !== ''
  }
  return says ? undefined : 'kind'
}
