declare module 'hoodiecrow-imap' {
  import type { Server } from 'node:net'

  interface Message {
    raw: string
    flags: string[]
  }

  interface HoodiecrowServer {
    server: Server
    listen(port: number, host: string, done: () => void): void
    close(done: () => void): void
    appendMessage(folder: string, flags: string[], internalDate: string | false, raw: string): void
    getMailbox(folder: string): { messages: Message[] }
  }

  const hoodiecrow: (options: { plugins: string[]; storage: object }) => HoodiecrowServer
  export default hoodiecrow
}
