import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Note } from './core/types.ts'

/** A page of news has some kilobytes; more than this is no page. */
const LARGEST = 5 * 1024 * 1024
const SIDE = '.url'
/** Hidden folders, and those of pictures, styles and scripts that a browser saves beside a page. */
const LEFT_OUT = /^\.[^.]|_files$/

export interface PageFile {
  /** Relative to the folder that was named. */
  name: string
  path: string
  /** Whether it was named itself, so that it is read whatever its ending. */
  named?: true
}

/**
 * The page files of a folder, all the way down and in a steady order, or the one file that was named. Hidden files,
 * the side files that carry addresses and what a browser saves beside a page (`…_files/`) are left out.
 *
 * @throws the file system's error when there is nothing under the name
 */
export const pageFiles = async (target: string): Promise<PageFile[]> => {
  const found = await stat(target)
  if (!found.isDirectory()) return [{ name: path.basename(target), path: target, named: true }]
  const entries = await readdir(target, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && !entry.name.endsWith(SIDE))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => ({ name: path.relative(target, file), path: file }))
    .filter(
      ({ name }) =>
        !path
          .dirname(name)
          .split(path.sep)
          .some((part) => LEFT_OUT.test(part)),
    )
    .sort((one, other) => (one.name < other.name ? -1 : 1))
}

const optional = async (file: string): Promise<string> => readFile(file, 'utf8').catch(() => '')

/**
 * The bytes of a page file and the address lines of its side file: `trang.txt.url` or `trang.url`, with lines `URL: …` or
 * `URL=…` as a browser's shortcut has them.
 *
 * @returns why the file cannot be read, instead of throwing
 */
export const readPageFile = async (
  file: PageFile,
): Promise<{ bytes: Uint8Array; side: string } | { unreadable: Note }> => {
  try {
    const { size } = await stat(file.path)
    if (size > LARGEST)
      return {
        unreadable: { vi: 'Tệp lớn quá 5 MB, không phải một trang tin.', en: 'Larger than 5 MB, so no page of news.' },
      }
    const { dir, name } = path.parse(file.path)
    const side = (await optional(`${file.path}${SIDE}`)) || (await optional(path.join(dir, `${name}${SIDE}`)))
    const lines = side.split(/\r?\n/).filter((line) => /^url\s*[:=]/i.test(line.trim()))
    return { bytes: await readFile(file.path), side: lines.join('\n') }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return { unreadable: { vi: `Không mở được tệp (${code}).`, en: `The file cannot be opened (${code}).` } }
  }
}
