import { existsSync, readdirSync } from 'node:fs'
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { instantOf } from './core/manifest.ts'
import { BackupFault } from './fault.ts'

/** Written last into a backup: what has none is half. */
export const MANIFEST = 'manifest.json'
/** Ending of the folder of a backup that is being written, or was left half. */
export const PART = '.part'
/** Folder of media files by checksum, which all backups share. */
export const STORE = 'media'
/** Tells a folder of backups from every other folder. */
const SIGN = 'congbo-backups.txt'
const SIGN_TEXT = `Thư mục này do “congbo backup” quản lý: mỗi thư mục con là một bản sao lưu, “media” là kho tệp dùng chung.
Xin đừng sửa, đổi tên hoặc xóa gì ở đây; kiểm tra bằng “congbo backup verify”.

This folder is kept by \`congbo backup\`: every folder in it is one backup, "media" is the store of files that they share.
Do not change, rename or delete anything in it; check it with \`congbo backup verify\`.
`

const namesIn = (folder: string): Promise<string[]> =>
  readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })

const isFile = async (file: string): Promise<boolean> => (await stat(file).catch(() => undefined))?.isFile() ?? false

/** A whole backup. */
export interface Backup {
  name: string
  at: Date
  /** Absolute path or path as given. */
  path: string
}

/** The whole backups of a folder, oldest first; none where the folder does not exist. */
export const backupsIn = async (folder: string): Promise<Backup[]> => {
  const found: Backup[] = []
  for (const name of (await namesIn(folder)).sort()) {
    const at = instantOf(name)
    if (at && (await isFile(path.join(folder, name, MANIFEST)))) found.push({ name, at, path: path.join(folder, name) })
  }
  return found
}

/** The newest whole backup of a folder. */
export const newestIn = async (folder: string): Promise<Backup | undefined> => (await backupsIn(folder)).at(-1)

/** When the newest whole backup was made, for those who ask often and must not wait; `undefined` where there is none. */
export const newestAt = (folder: string): Date | undefined => {
  if (!existsSync(folder)) return undefined
  const name = readdirSync(folder)
    .filter((each) => instantOf(each) && existsSync(path.join(folder, each, MANIFEST)))
    .sort()
    .at(-1)
  return name === undefined ? undefined : instantOf(name)
}

/**
 * The backup that somebody names: one of a folder of backups, or the newest of that folder.
 *
 * @throws BackupFault when there is none
 */
export const backupAt = async (folder: string): Promise<{ backup: Backup; root: string }> => {
  const resolved = path.resolve(folder)
  const at = instantOf(path.basename(resolved))
  if (at && (await isFile(path.join(resolved, MANIFEST))))
    return { backup: { name: path.basename(resolved), at, path: resolved }, root: path.dirname(resolved) }
  const backup = await newestIn(resolved)
  if (backup) return { backup, root: resolved }
  const halves = (await namesIn(resolved)).filter((name) => name.endsWith(PART) || instantOf(name))
  if (halves.length || resolved.endsWith(PART) || at)
    throw new BackupFault(
      `${folder} chỉ có bản sao lưu dở dang; xin chạy lại “congbo backup”, hoặc dùng thư mục khác.`,
      `${folder} holds only half a backup; run \`congbo backup\` again, or use another folder.`,
    )
  throw new BackupFault(
    `${folder} không có bản sao lưu nào; xin kiểm tra đường dẫn.`,
    `There is no backup in ${folder}; check the path.`,
  )
}

/**
 * Makes a folder ready for backups.
 *
 * @throws BackupFault when it holds somebody else's files
 */
export const openFolder = async (folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if (await isFile(path.join(folder, SIGN))) return
  const others = (await readdir(folder)).filter((name) => name !== 'lost+found')
  if (others.length)
    throw new BackupFault(
      `${folder} có tệp không phải của bản sao lưu; xin chọn thư mục trống hoặc thư mục sao lưu cũ.`,
      `${folder} holds other files; choose an empty folder, or one with earlier backups.`,
    )
  await writeFile(path.join(folder, SIGN), SIGN_TEXT, { mode: 0o600 })
}

/** Removes what backups left that did not end. Only while nobody else writes one. @returns how many */
export const clearHalves = async (folder: string): Promise<number> => {
  let cleared = 0
  for (const name of await namesIn(folder)) {
    const whole = name.endsWith(PART) ? name.slice(0, -PART.length) : name
    if (!instantOf(whole) || ((await isFile(path.join(folder, name, MANIFEST))) && name === whole)) continue
    await rm(path.join(folder, name), { recursive: true, force: true })
    cleared += 1
  }
  return cleared
}
