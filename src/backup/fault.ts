/** Why a backup or a restore cannot be: the message says what to do, in Vietnamese and English. */
export class BackupFault extends Error {
  override name = 'BackupFault'
  /** `busy` while another process does the same in this place. */
  readonly code: 'busy' | 'failed'

  constructor(vi: string, en: string, code: 'busy' | 'failed' = 'failed') {
    super(`${vi} / ${en}`)
    this.code = code
  }
}

const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])
const CLOSED = new Set(['EACCES', 'EPERM', 'EROFS'])

/** What an error of the file system means for somebody who can put it right; every other error as it is. */
export const explained = (error: unknown, folder: string): unknown => {
  const { code } = (error ?? {}) as NodeJS.ErrnoException
  if (typeof code !== 'string') return error
  // SQLite writes the snapshot itself.
  if (FULL.has(code) || code === 'SQLITE_FULL')
    return new BackupFault(
      `Hết chỗ trên đĩa của ${folder}; xin giải phóng chỗ rồi sao lưu lại. Các bản sao lưu trước vẫn còn nguyên.`,
      `The disk of ${folder} is full; free some space, then back up again. The backups before are intact.`,
    )
  if (CLOSED.has(code))
    return new BackupFault(
      `Không ghi được vào ${folder} (${code}); xin cấp quyền ghi hoặc chọn thư mục khác.`,
      `${folder} cannot be written to (${code}); grant access or choose another folder.`,
    )
  return error
}
