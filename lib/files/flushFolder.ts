import { open } from 'node:fs/promises'

/** Makes new names in a folder survive a loss of power. Windows opens no folders and keeps names by itself. */
export const flushFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
