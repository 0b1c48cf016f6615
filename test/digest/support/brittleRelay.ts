import { type AddressInfo, createServer, type Socket } from 'node:net'

/** The point at which a relay breaks the connection. */
export type Break =
  | 'at once'
  | 'after greeting'
  | 'after MAIL'
  | 'after RCPT'
  | 'instead of 354'
  | 'after 354'
  | 'in the body'
  | 'after the final dot'
  | 'within the answer'
  | 'silent after the final dot'
  | 'never'

export interface BrittleRelay {
  url: string
  breakAt: Break
  /** Replies by command; default: success. */
  answers: Partial<Record<'MAIL' | 'RCPT' | 'DATA' | 'dot', string>>
  /** Counts of commands, and the complete mails (those whose final dot arrived). */
  seen: { connections: number; DATA: number; bodyBytes: number; mails: string[] }
  close(): Promise<void>
}

const END = '\r\n.\r\n'

/** A hand-written relay, so that it can break at any point of the conversation. */
export const startBrittleRelay = async (breakAt: Break): Promise<BrittleRelay> => {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => {})
    relay.seen.connections += 1
    converse(socket)
  })
  const converse = (socket: Socket) => {
    const broken = (point: Break) => {
      if (relay.breakAt !== point) return false
      socket.destroy()
      return true
    }
    if (broken('at once')) return
    socket.write('220 brittle\r\n')
    if (relay.breakAt === 'after greeting') return void socket.end()
    let body: string | undefined
    let pending = ''
    const answer = (line: string) => socket.write(`${line}\r\n`)
    const command = (line: string) => {
      const verb = line.slice(0, 4).toUpperCase()
      if (verb === 'EHLO') return answer('250 brittle')
      if (verb === 'MAIL') return broken('after MAIL') || answer(relay.answers.MAIL ?? '250 ok')
      if (verb === 'RCPT') return broken('after RCPT') || answer(relay.answers.RCPT ?? '250 ok')
      if (verb === 'RSET') return answer('250 ok')
      if (verb === 'QUIT') return socket.end('221 bye\r\n')
      if (verb !== 'DATA') return answer('502 what')
      relay.seen.DATA += 1
      if (broken('instead of 354')) return
      const reply = relay.answers.DATA ?? '354 go on'
      answer(reply)
      if (!reply.startsWith('354')) return
      if (relay.breakAt === 'after 354') return void setImmediate(() => socket.destroy())
      body = ''
    }
    const endOfBody = (mail: string) => {
      relay.seen.mails.push(mail)
      if (broken('after the final dot')) return
      if (relay.breakAt === 'within the answer') return void socket.end('250 2.0')
      if (relay.breakAt === 'silent after the final dot') return
      answer(relay.answers.dot ?? '250 2.0.0 queued')
    }
    socket.on('data', (chunk) => {
      pending += chunk.toString('latin1')
      for (;;) {
        if (body !== undefined) {
          relay.seen.bodyBytes += pending.length
          if (pending.length && broken('in the body')) return
          body += pending
          pending = ''
          const end = body.indexOf(END)
          if (end < 0) return
          pending = body.slice(end + END.length)
          const mail = body.slice(0, end)
          body = undefined
          endOfBody(mail)
          continue
        }
        const end = pending.indexOf('\r\n')
        if (end < 0) return
        const line = pending.slice(0, end)
        pending = pending.slice(end + 2)
        command(line)
      }
    })
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const relay: BrittleRelay = {
    url: `smtp://127.0.0.1:${port}`,
    breakAt,
    answers: {},
    seen: { connections: 0, DATA: 0, bodyBytes: 0, mails: [] },
    close: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
  return relay
}
