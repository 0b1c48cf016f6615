import path from 'node:path'
import { systemClock } from '../../lib/time/clock.ts'
import { BackupFault, backupAt, takeBackup, verifyBackup } from '../backup/index.ts'
import { backups } from '../portal/backups.ts'
import { boot, bootOn } from '../process/boot.ts'
import { startingEnvironment } from '../process/environment.ts'
import { type Call, type Command, WrongUse } from './command.ts'
import { progress } from './progress.ts'

const MEGABYTE = 1024 ** 2
const megabytes = (bytes: number) => `${(bytes / MEGABYTE).toFixed(1)} MB`

const make = async ({ values, print }: Call, named: string | undefined): Promise<0> => {
  const environment = await startingEnvironment()
  const folder = named === undefined ? environment.backupDir : path.resolve(named)
  if (folder === undefined) throw new WrongUse('say `congbo backup FOLDER`, or set BACKUP_DIR')
  const report = await takeBackup({
    environment,
    env: process.env,
    open: { database: () => boot(), copy: bootOn },
    clock: systemClock,
    folder,
    withSecret: values['with-secret'] === true,
    keep: values.prune === true ? backups.keep : undefined,
    onRow: progress(values.json === true),
  })
  const { rows, media, cleared, removed } = report
  print({
    data: report,
    lines: [
      `${report.path}: ${rows} dòng, ${media.files} tệp (${megabytes(media.bytes)}) / rows, files`,
      `chép thêm ${media.copied} tệp (${megabytes(media.copiedBytes)}) / files copied`,
      ...(cleared ? [`đã dọn ${cleared} bản dở dang / half backups cleared`] : []),
      ...(removed.backups.length ? [`đã bỏ bản cũ / old ones removed: ${removed.backups.join(', ')}`] : []),
      ...(removed.unreadable
        ? [
            'chưa dọn kho tệp: có bản sao lưu hỏng, xin chạy “congbo backup verify” / the store was not swept: run `congbo backup verify`',
          ]
        : []),
    ],
  })
  return 0
}

const verify = async ({ values, print }: Call, folder: string): Promise<0> => {
  const { backup, root } = await backupAt(folder)
  const facts = await verifyBackup({ backup, root, onFile: progress(values.json === true) })
  const rows = Object.values(facts.rows).reduce((sum, count) => sum + count, 0)
  print({
    data: { ok: true, name: backup.name, at: facts.at, version: facts.version, rows, media: facts.media },
    lines: [
      `${backup.path}: ${rows} dòng, ${facts.media.files} tệp (${megabytes(facts.media.bytes)}) / rows, files`,
      'Nguyên vẹn. / Whole.',
    ],
  })
  return 0
}

export const backup: Command = {
  summary: 'Sao lưu, kiểm tra bản sao lưu / back up while serving, verify a backup',
  usage: `congbo backup [FOLDER] [--with-secret] [--prune] [--json]
congbo backup verify FOLDER [--json]

Backs up the database, media files (each content once, for all backups of the folder), anchors and settings, while the
server serves and publishes. FOLDER is new, empty or holds earlier backups; default: BACKUP_DIR. The folder holds personal
data: keep it as you keep the database, and a copy of it on another machine.
  --with-secret  also PAYLOAD_SECRET, readable by its owner alone
  --prune        remove backups older than ${backups.keep.daily} daily, ${backups.keep.weekly} weekly and ${backups.keep.monthly} monthly ones
verify           checks every hash, count and chain of the newest backup of FOLDER, or of the one that FOLDER is, and says
                 the first fault; exit code 1 then`,
  options: { 'with-secret': { type: 'boolean' }, prune: { type: 'boolean' } },
  takesWords: true,
  run: async (call) => {
    const [first, ...rest] = call.positionals
    const isVerify = first === 'verify'
    if (rest.length !== (isVerify ? 1 : 0))
      throw new WrongUse('say `congbo backup FOLDER` or `congbo backup verify FOLDER`')
    if (isVerify && (call.values['with-secret'] || call.values.prune))
      throw new WrongUse('`congbo backup verify` changes nothing and takes no such option')
    try {
      return await (isVerify ? verify(call, rest[0]!) : make(call, first))
    } catch (error) {
      if (!(error instanceof BackupFault)) throw error
      if (call.values.json) call.print({ data: { ok: false, code: error.code, message: error.message }, lines: [] })
      else process.stderr.write(`${error.message}\n`)
      return 1
    }
  },
}
