import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

/** A message as it arrived. */
export interface Received {
  path: string
  headers: Record<string, string>
  body: string
}

/** How a receiver answers: with a status, or in its own way. */
export type Answering = number | ((response: ServerResponse, received: Received) => void)

export interface Receiver {
  url: string
  /** `host:port`, as a policy names it. */
  host: string
  /** Everything that arrived, whatever was answered. */
  received: Received[]
  /** How it answers from now on. */
  answers: Answering
  /** The most requests that were open at the same time. */
  mostAtOnce: number
  /** Numbers in the log of what arrived and was answered with 2xx, in the order of arrival. */
  taken(): number[]
  /** Stops listening, as if killed. */
  stop(): Promise<void>
  /** Listens at the same address again. */
  start(): Promise<void>
}

/** A real HTTP server on loopback that writes down what it gets. */
export const startReceiver = async (): Promise<Receiver> => {
  const sockets = new Set<Socket>()
  const taken: number[] = []
  let open = 0
  const server = createServer((request, response) => {
    open += 1
    receiver.mostAtOnce = Math.max(receiver.mostAtOnce, open)
    response.on('close', () => {
      open -= 1
    })
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const body = Buffer.concat(parts).toString('utf8')
      const received = { path: request.url ?? '', headers: request.headers as Record<string, string>, body }
      receiver.received.push(received)
      const { answers } = receiver
      if (typeof answers === 'function') return answers(response, received)
      if (answers >= 200 && answers < 300) taken.push(Number(JSON.parse(body).data?.seq))
      response.writeHead(answers).end()
    })
  })
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  await listen(0)
  const { port } = server.address() as AddressInfo
  const receiver: Receiver = {
    url: `http://127.0.0.1:${port}/news`,
    host: `127.0.0.1:${port}`,
    received: [],
    answers: 200,
    mostAtOnce: 0,
    taken: () => [...taken],
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
    start: () => listen(port),
  }
  return receiver
}
