import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { COMPRESSED } from './format.ts'

/** Text of a file; compressed ones end in `.gz`. */
const textOf = (file: string): NodeJS.ReadableStream => {
  const source = createReadStream(file)
  if (!file.endsWith(COMPRESSED)) return source.setEncoding('utf8')
  // Errors of either reach whoever reads.
  return pipeline(source, createGunzip(), () => undefined).setEncoding('utf8')
}

/**
 * Lines of a file, parsed. Only line feeds end a line: JSON may hold U+2028, at which Node's own reader of lines ends
 * one too.
 *
 * @throws Error when the file cannot be read, is no whole archive, or a line is no JSON
 */
export async function* linesOf<T>(file: string): AsyncGenerator<T> {
  let rest = ''
  for await (const chunk of textOf(file)) {
    const lines = `${rest}${chunk as string}`.split('\n')
    rest = lines.pop()!
    for (const line of lines) if (line) yield JSON.parse(line) as T
  }
  if (rest) yield JSON.parse(rest) as T
}
