import { connect } from 'node:net'
import { StartError } from './startError.ts'

const PATIENCE_MS = 5_000
const MONGODB_PORT = 27_017

/** Whether a server listens at this address. */
const answers = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host, port, timeout: PATIENCE_MS })
    const end = (answered: boolean) => {
      socket.destroy()
      resolve(answered)
    }
    socket.once('connect', () => end(true))
    socket.once('error', () => end(false))
    socket.once('timeout', () => end(false))
  })

/**
 * Checks that a `mongodb://` host is reachable, because the driver would retry for half a minute with long error
 * output. Addresses resolved by DNS (`mongodb+srv://`) are left to the driver.
 *
 * @throws StartError when no host answers
 */
export const mustAnswer = async (uri: string): Promise<void> => {
  const hosts = /^mongodb:\/\/(?:[^@/]*@)?([^/?]+)/.exec(uri)?.[1]?.split(',')
  if (!hosts) return
  const found = await Promise.all(
    hosts.map((each) => {
      const [, name, port] = /^(\[.+\]|[^:]*)(?::(\d+))?$/.exec(each) ?? []
      return answers((name ?? each).replace(/^\[|\]$/g, ''), Number(port) || MONGODB_PORT)
    }),
  )
  if (!found.includes(true))
    throw new StartError(
      `DATABASE_URI: máy chủ cơ sở dữ liệu ${hosts.join(', ')} không trả lời; hãy kiểm tra địa chỉ và máy chủ. / DATABASE_URI: the database server ${hosts.join(', ')} does not answer; check the address and the server.`,
    )
}
