import { constants } from 'node:fs'
import { access, statfs } from 'node:fs/promises'
import { shownInstant } from '../../../lib/time/shownInstant.ts'
import { isLate, newestIn } from '../../backup/index.ts'
import { backups } from '../../portal/backups.ts'
import type { System } from '../../system.ts'
import { type Finding, fault, fine } from './finding.ts'

const GIGABYTE = 1024 ** 3

const folder = async (check: string, dir: string): Promise<Finding> => {
  try {
    await access(dir, constants.W_OK)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return fault(
      check,
      { vi: `không ghi được vào ${dir} (${code})`, en: `${dir} cannot be written (${code})` },
      {
        vi: 'kiểm tra ổ đĩa còn gắn không, rồi giao thư mục cho người dùng chạy hệ thống (chown)',
        en: 'check that the disk is there, then give the folder to the user that the system runs as (chown)',
      },
    )
  }
  const { bavail, bsize } = await statfs(dir)
  const free = (bavail * bsize) / GIGABYTE
  const [vi, en] = [`còn trống ${free.toFixed(1)} GB`, `${free.toFixed(1)} GB free`]
  if (free > 1) return fine(check, vi, en)
  return fault(
    check,
    { vi, en },
    {
      vi: 'dọn ổ đĩa hoặc cấp thêm chỗ; đừng xóa gì trong thư mục này',
      en: 'make room on the disk or enlarge it; delete nothing in this folder',
    },
  )
}

const newestBackup = async (dir: string, now: Date): Promise<Finding> => {
  const last = (await newestIn(dir))?.at
  const shown = last ? shownInstant(last) : undefined
  const [vi, en] = [`bản gần nhất: ${shown ?? 'chưa có'}`, `last one: ${shown ?? 'none yet'}`]
  if (!isLate({ lateAfterHours: backups.lateAfterHours, last, now })) return fine('backup', vi, en)
  return fault(
    'backup',
    { vi, en },
    { vi: 'chạy “congbo backup” và làm theo câu trả lời', en: 'run `congbo backup` and do what it says' },
  )
}

/** Whether the folders can be written, have room, and hold a backup that is new enough. */
export const disks = async ({ environment, clock }: System): Promise<Finding[]> => {
  const { dataDir, mediaDir, backupDir } = environment
  const own = [await folder('DATA_DIR', dataDir), await folder('MEDIA_DIR', mediaDir)]
  if (backupDir === undefined) return own
  return [...own, await folder('BACKUP_DIR', backupDir), await newestBackup(backupDir, clock.now())]
}
