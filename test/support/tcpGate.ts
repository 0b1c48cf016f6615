import net from 'node:net'

/** A way to a server that a test can close, as when the server hangs or is gone. */
export interface TcpGate {
  port: number
  /** Holds everything back, both ways, without closing anything: a server that hangs. */
  freeze(): void
  /** Closes every connection and refuses new ones: a server that is gone. */
  cut(): void
  /** Lets everything through again. */
  open(): void
  close(): Promise<void>
}

/** Opens a way to a server on this machine, on a free port. */
export const tcpGate = async (target: { host: string; port: number }): Promise<TcpGate> => {
  let state: 'open' | 'frozen' | 'cut' = 'open'
  const pairs = new Set<{ near: net.Socket; far: net.Socket }>()
  const server = net.createServer((near) => {
    if (state === 'cut') return void near.destroy()
    const far = net.connect(target)
    const pair = { near, far }
    pairs.add(pair)
    const pass = (from: net.Socket, to: net.Socket) => {
      from.on('data', (bytes) => to.write(bytes))
      from.on('error', () => to.destroy())
      from.on('close', () => {
        to.destroy()
        pairs.delete(pair)
      })
      if (state === 'frozen') from.pause()
    }
    pass(near, far)
    pass(far, near)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const each = (act: (socket: net.Socket) => unknown) => {
    for (const { near, far } of pairs) for (const socket of [near, far]) act(socket)
  }
  return {
    port: (server.address() as net.AddressInfo).port,
    freeze: () => {
      state = 'frozen'
      each((socket) => socket.pause())
    },
    cut: () => {
      state = 'cut'
      each((socket) => socket.destroy())
    },
    open: () => {
      state = 'open'
      each((socket) => socket.resume())
    },
    close: () => {
      each((socket) => socket.destroy())
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
