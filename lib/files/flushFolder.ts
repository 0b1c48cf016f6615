import { open } from 'node:fs/promises'

/**
 * Flushes a folder, so that new names in it survive a power loss. Windows cannot open folders and persists names
 * itself.
 */
export const flushFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
