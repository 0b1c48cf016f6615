import { ImapFlow } from 'imapflow'
import type { Payload } from 'payload'
import { settingsOf } from '../options.ts'
import { keepReport, LARGEST_REPORT } from './reportFolder.ts'

/** Mails a round; the next comes a minute later. */
const MOST_MAILS = 500
const SECOND = 1_000

/** How to reach a mailbox, as its address says. */
const placeOf = (address: string) => {
  const { protocol, hostname, port, username, password, pathname, searchParams } = new URL(address)
  const secure = protocol === 'imaps:'
  const host = hostname.replace(/^\[|\]$/g, '')
  return {
    connection: {
      host,
      port: Number(port) || (secure ? 993 : 143),
      secure,
      // A password never goes over a network in the clear.
      ...(secure ? {} : { doSTARTTLS: !/^(?:localhost|127(?:\.\d+){3}|::1)$/.test(host) }),
      auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    },
    folder: decodeURIComponent(pathname.slice(1)) || 'INBOX',
    moveTo: searchParams.get('move') ?? undefined,
  }
}

/**
 * Fetches the mails of the mailbox for reports into the folder that the worker reads. A mail leaves the mailbox when it
 * is on disk: it is deleted, or moved where the option says. One that is larger than a report is flagged and stays.
 *
 * @param args.stopping ends the round after the mail in hand
 * @returns number of mails fetched; 0 without the option `reports.mailbox`
 * @throws Error when the mailbox cannot be read; its message contains no secret
 */
export const fetchReports = async (args: { payload: Payload; stopping?: AbortSignal }): Promise<number> => {
  const { payload, stopping } = args
  const { reports, dataDir } = settingsOf(payload.config)
  if (!reports.mailbox) return 0
  const { connection, folder, moveTo } = placeOf(reports.mailbox)
  const client = new ImapFlow({
    ...connection,
    logger: false,
    connectionTimeout: 30 * SECOND,
    greetingTimeout: 30 * SECOND,
    socketTimeout: 60 * SECOND,
  })
  // A connection that breaks makes the command in hand fail as well.
  client.on('error', () => {})
  let fetched = 0
  try {
    await client.connect()
    await client.mailboxOpen(folder)
    const found = (await client.search({ flagged: false, deleted: false }, { uid: true })) || []
    for (const uid of found.slice(0, MOST_MAILS)) {
      if (stopping?.aborted) break
      fetched += await fetchOne({ client, uid: String(uid), dataDir, moveTo })
    }
  } catch (error) {
    const { message, responseText = '' } = error as Error & { responseText?: string }
    throw new Error(`Reports could not be fetched over IMAP: ${[message, responseText].filter(Boolean).join(': ')}`)
  } finally {
    await client.logout().catch(() => client.close())
  }
  return fetched
}

const fetchOne = async (args: {
  client: ImapFlow
  uid: string
  dataDir: string
  moveTo: string | undefined
}): Promise<number> => {
  const { client, uid, dataDir, moveTo } = args
  const about = await client.fetchOne(uid, { size: true }, { uid: true })
  // Another worker was faster.
  if (!about) return 0
  if ((about.size ?? 0) > LARGEST_REPORT) {
    await client.messageFlagsAdd(uid, ['\\Flagged'], { uid: true })
    return 0
  }
  const mail = await client.fetchOne(uid, { source: true }, { uid: true })
  const source = mail ? mail.source : undefined
  if (!source) return 0
  await keepReport({ dataDir, bytes: source })
  if (moveTo === undefined) await client.messageDelete(uid, { uid: true })
  else if (!(await client.messageMove(uid, moveTo, { uid: true }))) throw new Error(`no mail can be moved to ${moveTo}`)
  return 1
}
