import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { linesOf } from '../transfer/index.ts'
import { type Facts, readManifest } from './core/manifest.ts'
import { BackupFault } from './fault.ts'
import { type Backup, MANIFEST } from './folder.ts'
import { checksumOf, MEDIA_LIST, type MediaFile, mediaListOf, storedAt } from './media.ts'
import { verifyRows } from './verifyRows.ts'

const isMissing = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT'

const damaged = (what: string, whatEn: string): BackupFault =>
  new BackupFault(
    `Bản sao lưu hỏng: ${what}; xin dùng bản sao lưu khác và kiểm tra đĩa.`,
    `The backup is damaged: ${whatEn}; use another backup, and check the disk.`,
  )

/**
 * The facts of a backup.
 *
 * @throws BackupFault when its manifest cannot be read, or another version wrote it
 */
export const factsOf = async (backup: Backup): Promise<Facts> => {
  const read = readManifest(await readFile(path.join(backup.path, MANIFEST), 'utf8'))
  if ('manifest' in read) return read.manifest
  if (read.fault === 'format')
    throw new BackupFault(
      `Bản sao lưu ${backup.name} do phiên bản khác tạo; xin dùng phiên bản Công Bố ghi trong ${MANIFEST}.`,
      `The backup ${backup.name} was made by another version; use the version of Công Bố that its ${MANIFEST} names.`,
    )
  throw damaged(`${backup.name}/${MANIFEST} đã bị thay đổi`, `${backup.name}/${MANIFEST} was changed`)
}

/** Checks the files of the backup's own folder by their hashes. */
const verifyFiles = async ({ name, path: folder }: Backup, { files }: Facts): Promise<void> => {
  for (const [file, sha256] of Object.entries(files)) {
    const found = await checksumOf(path.join(folder, file)).catch((error: unknown) => {
      if (isMissing(error)) throw damaged(`thiếu ${name}/${file}`, `${name}/${file} is missing`)
      throw error
    })
    if (found !== sha256) throw damaged(`${name}/${file} đã bị thay đổi`, `${name}/${file} was changed`)
  }
}

const verifyCounts = async ({ name, path: folder }: Backup, { rows }: Facts): Promise<void> => {
  for (const [file, expected] of Object.entries(rows)) {
    let found = 0
    for await (const _ of linesOf(path.join(folder, file))) found += 1
    if (found !== expected)
      throw damaged(
        `${name}/${file} có ${found} dòng thay vì ${expected}`,
        `${name}/${file} has ${found} rows, not ${expected}`,
      )
  }
}

/** Checks a file of the store that backups share. */
const verifyStored = async (root: string, { sha256, size, path: file }: MediaFile): Promise<void> => {
  const stored = storedAt(root, sha256)
  const shown = path.relative(root, stored)
  const found = await stat(stored).catch(() => undefined)
  if (!found) throw damaged(`thiếu ${shown} (tệp ${file})`, `${shown} is missing (the file ${file})`)
  if (found.size === size && (await checksumOf(stored)) === sha256) return
  throw new BackupFault(
    `Bản sao lưu hỏng: ${shown} (tệp ${file}) đã bị thay đổi; xin xóa tệp này rồi sao lưu lại, và kiểm tra đĩa.`,
    `The backup is damaged: ${shown} (the file ${file}) was changed; delete it and back up again, and check the disk.`,
  )
}

/** Checks the media files of a backup, each content once. */
const verifyMedia = async (
  root: string,
  backup: Backup,
  { media }: Facts,
  onFile?: (done: number, of: number) => void,
) => {
  const seen = new Set<string>()
  let files = 0
  let bytes = 0
  for await (const file of mediaListOf(backup.path)) {
    files += 1
    bytes += file.size
    if (!seen.has(file.sha256)) await verifyStored(root, file)
    seen.add(file.sha256)
    onFile?.(files, media.files)
  }
  if (files !== media.files || bytes !== media.bytes)
    throw damaged(
      `${backup.name}/${MEDIA_LIST} kể ${files} tệp thay vì ${media.files}`,
      `${backup.name}/${MEDIA_LIST} lists ${files} files, not ${media.files}`,
    )
}

/** Checks the chains and contents. */
const verifyLogs = ({ name, path: folder }: Backup, { files }: Facts): Promise<void> =>
  verifyRows({
    folder,
    fileNamed: (file) => [file, `${file}.gz`].find((each) => each in files),
    say: (place, what) => {
      throw new BackupFault(
        `Nhật ký trong bản sao lưu ${name} sai ở ${place} (${what}); xin chạy “congbo audit verify” trên hệ thống đang chạy và xem bản sao lưu trước đó.`,
        `The logs in the backup ${name} are out of order at ${place} (${what}); run \`congbo audit verify\` on the running system, and look at the backup before.`,
      )
    },
  })

/**
 * Checks everything about a backup that can be checked without a database: its manifest, every file by its hash, counts,
 * media files, and the chains of all logs.
 *
 * @param args.root folder of backups, which holds the store of media files
 * @param args.logs whether the chains are checked too; what is restored is checked more strictly afterwards
 * @default true
 * @param args.onFile called with how many media files were checked
 * @returns its facts
 * @throws BackupFault the first fault, with what to do
 */
export const verifyBackup = async (args: {
  backup: Backup
  root: string
  logs?: boolean
  onFile?: (done: number, of: number) => void
}): Promise<Facts> => {
  const { backup, root, logs = true, onFile } = args
  const facts = await factsOf(backup)
  await verifyFiles(backup, facts)
  await verifyCounts(backup, facts)
  if (logs) await verifyLogs(backup, facts)
  await verifyMedia(root, backup, facts, onFile)
  return facts
}
