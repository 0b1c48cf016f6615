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
  | 'greets never'
  | 'never'

/** How a relay treats one mail. */
export interface Mood {
  breakAt: Break
  /** Replies by command; default: success. */
  answers: Partial<Record<'MAIL' | 'RCPT' | 'DATA' | 'dot', string>>
  /** Breaks the connection after so many bytes of replies to this mail. */
  cutAfter?: number
}

export interface BrittleRelay {
  url: string
  breakAt: Break
  answers: Mood['answers']
  /** Chooses how each connection begins and each mail is treated; else `breakAt` and `answers` say so. */
  mood?: () => Mood
  /**
   * Counts of commands, the complete mails (those whose final dot arrived), those among them that were not refused, and
   * how often it broke after asking for a body.
   */
  seen: { connections: number; DATA: number; bodyBytes: number; mails: string[]; taken: string[]; brokenBodies: number }
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
    let chosen = relay.mood?.()
    let written = 0
    const mood = (): Mood => chosen ?? relay
    const isAsked = () => body !== undefined
    const end = () => {
      if (isAsked() && !socket.destroyed) relay.seen.brokenBodies += 1
      socket.destroy()
    }
    const broken = (point: Break) => {
      if (mood().breakAt !== point) return false
      end()
      return true
    }
    let body: string | undefined
    let pending = ''
    const answer = (line: string) => {
      const bytes = `${line}\r\n`
      const { cutAfter = Number.POSITIVE_INFINITY } = mood()
      if (written + bytes.length <= cutAfter) {
        written += bytes.length
        return socket.write(bytes)
      }
      if (cutAfter > written) socket.write(bytes.slice(0, cutAfter - written))
      return end()
    }
    if (broken('at once') || mood().breakAt === 'greets never') return
    socket.write('220 brittle\r\n')
    if (mood().breakAt === 'after greeting') return void socket.end()
    const command = (line: string) => {
      const verb = line.slice(0, 4).toUpperCase()
      if (verb === 'EHLO') return answer('250 brittle')
      if (verb === 'MAIL') {
        chosen = relay.mood?.()
        written = 0
      }
      if (verb === 'MAIL') return broken('after MAIL') || answer(mood().answers.MAIL ?? '250 ok')
      if (verb === 'RCPT') return broken('after RCPT') || answer(mood().answers.RCPT ?? '250 ok')
      if (verb === 'RSET') return answer('250 ok')
      if (verb === 'QUIT') return socket.end('221 bye\r\n')
      if (verb !== 'DATA') return answer('502 what')
      relay.seen.DATA += 1
      if (broken('instead of 354')) return
      const reply = mood().answers.DATA ?? '354 go on'
      if (reply.startsWith('354')) body = ''
      answer(reply)
      if (isAsked() && mood().breakAt === 'after 354') setImmediate(end)
    }
    const endOfBody = (mail: string) => {
      relay.seen.mails.push(mail)
      const reply = mood().answers.dot ?? '250 2.0.0 queued'
      if (!/^[45]/.test(reply)) relay.seen.taken.push(mail)
      if (broken('after the final dot')) return
      if (mood().breakAt === 'within the answer') {
        relay.seen.brokenBodies += 1
        return void socket.end('250 2.0')
      }
      if (mood().breakAt === 'silent after the final dot') {
        relay.seen.brokenBodies += 1
        return
      }
      answer(reply)
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
          endOfBody(body.slice(0, end))
          body = undefined
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
    seen: { connections: 0, DATA: 0, bodyBytes: 0, mails: [], taken: [], brokenBodies: 0 },
    close: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
  return relay
}
