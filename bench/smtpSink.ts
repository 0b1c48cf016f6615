import { type AddressInfo, createServer, type Socket } from 'node:net'

/**
 * A mail server that takes everything and keeps nothing, in a process of its own: the least that any sender can be
 * measured against. Says its port to the parent process, then how many mails it took, when asked.
 */

const END = Buffer.from('\r\n.\r\n')
let mails = 0

const converse = (socket: Socket) => {
  let inBody = false
  let pending = Buffer.alloc(0)
  socket.on('error', () => {})
  socket.write('220 sink\r\n')
  const answer = (line: string) => {
    const verb = line.slice(0, 4).toUpperCase()
    if (verb === 'EHLO') return socket.write('250-sink\r\n250-DSN\r\n250 SIZE 10000000\r\n')
    if (verb === 'QUIT') return socket.end('221 bye\r\n')
    if (verb !== 'DATA') return socket.write('250 ok\r\n')
    inBody = true
    return socket.write('354 go on\r\n')
  }
  socket.on('data', (chunk) => {
    pending = pending.length ? Buffer.concat([pending, chunk]) : chunk
    for (;;) {
      const end = pending.indexOf(inBody ? END : '\r\n')
      if (end < 0) return
      if (inBody) {
        mails += 1
        inBody = false
        pending = pending.subarray(end + END.length)
        socket.write('250 2.0.0 queued\r\n')
      } else {
        const line = pending.toString('latin1', 0, end)
        pending = pending.subarray(end + 2)
        answer(line)
      }
    }
  })
}

const server = createServer(converse)
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }))
process.on('message', () => process.send?.({ mails }))
process.on('disconnect', () => process.exit(0))
