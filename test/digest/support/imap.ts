import type { AddressInfo } from 'node:net'
import hoodiecrow from 'hoodiecrow-imap'

export interface ImapMailbox {
  url: string
  /** Puts a mail into a folder. */
  put(folder: string, raw: string): void
  /** Subjects, sizes and flags of the mails of a folder. */
  mails(folder: string): { raw: string; flags: string[] }[]
  close(): Promise<void>
}

/** A real IMAP server on loopback, with the folders `INBOX` and `Done`. */
export const startImap = async (): Promise<ImapMailbox> => {
  const server = hoodiecrow({
    plugins: ['ID', 'LITERALPLUS', 'UIDPLUS', 'MOVE', 'NAMESPACE'],
    storage: { INBOX: { messages: [] }, '': { separator: '/', folders: { Done: { messages: [] } } } },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `imap://testuser:testpass@127.0.0.1:${port}`,
    put: (folder, raw) => {
      server.appendMessage(folder, [], false, raw)
    },
    mails: (folder) => server.getMailbox(folder).messages.map(({ raw, flags }) => ({ raw, flags })),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
