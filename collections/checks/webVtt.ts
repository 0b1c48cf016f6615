const TIME = String.raw`(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})`
const TIMING = new RegExp(`^${TIME}[ \\t]+-->[ \\t]+${TIME}(?:[ \\t].*)?$`)

const milliseconds = ([hours = '0', minutes, seconds, thousandths]: (string | undefined)[]): number =>
  ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(thousandths)

const timed = (line: string): boolean => {
  const match = TIMING.exec(line)
  return match !== null && milliseconds(match.slice(1, 5)) < milliseconds(match.slice(5, 9))
}

/**
 * Whether bytes are captions that a player can show (W3C WebVTT, section 4.1): UTF-8, the signature and an empty line,
 * at least one cue with text, and no cue that ends before it begins.
 */
export const isWebVtt = (bytes: Uint8Array): boolean => {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return false
  }
  if (text.includes('\0')) return false
  const [head = '', ...blocks] = text.replace(/\r\n?/g, '\n').split(/\n{2,}/)
  if (!/^WEBVTT(?:[\t \n]|$)/.test(head) || head.includes('-->')) return false
  const cues = blocks.map((block) => block.split('\n')).filter((lines) => lines.some((line) => line.includes('-->')))
  const timings = cues.map((lines) => lines.findIndex((line) => line.includes('-->')))
  return (
    cues.every((lines, index) => timings[index]! <= 1 && timed(lines[timings[index]!]!.trimEnd())) &&
    cues.some((lines, index) => lines.slice(timings[index]! + 1).some((line) => line.trim() !== ''))
  )
}
