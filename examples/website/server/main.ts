import { createServer } from 'node:http'
import { systemClock } from '../../../lib/time/clock.ts'
import { createSite } from './application.ts'
import { sender } from './http.ts'
import { readSettings, type Settings, SettingsError } from './settings.ts'

/** Milliseconds that pages in the making get when the website is told to stop. */
const GRACE_MS = 3_000
/** Exit code for a start that trying again does not mend. */
const WRONG = 2

const stop = (message: string): never => {
  process.stderr.write(`${message}\n`)
  process.exit(WRONG)
}

const settingsOrStop = (): Settings => {
  try {
    return readSettings(process.env)
  } catch (error) {
    if (error instanceof SettingsError) return stop(error.message)
    throw error
  }
}

const settings = settingsOrStop()
const { port, host, siteUrl } = settings
const send = sender(settings)
const log = {
  error: ({ msg, err }: { msg: string; err?: unknown }) => {
    process.stderr.write(`${msg}: ${err instanceof Error ? (err.stack ?? err.message) : String(err)}\n`)
  },
}
const server = createServer(
  { requestTimeout: 30_000, headersTimeout: 15_000, keepAliveTimeout: 60_000, maxHeaderSize: 16 * 1024 },
  createSite({ settings, send, clock: systemClock, log }),
)
server.on('error', ({ code }: NodeJS.ErrnoException) =>
  stop(
    code === 'EADDRINUSE'
      ? `SITE_PORT: cổng ${port} đang được dùng; hãy đặt SITE_PORT khác, hoặc off. / SITE_PORT: ${port} is in use; set another SITE_PORT, or off.`
      : `HOST, SITE_PORT: không mở được ${host}:${port} (${code}). / HOST, SITE_PORT: cannot listen on ${host}:${port} (${code}).`,
  ),
)
server.listen(port, host, () => {
  process.send?.('listening')
  if (!process.send) process.stdout.write(`Website: ${siteUrl}\n`)
})

let stopping = false
const end = () => {
  if (stopping) return
  stopping = true
  setTimeout(() => process.exit(0), GRACE_MS).unref()
  server.close(() => process.exit(0))
  server.closeIdleConnections()
  send.close()
}
process.on('SIGTERM', end)
process.on('SIGINT', end)
// The server that started this website is gone, however it went.
process.on('disconnect', end)
