/** What a relay's log says about a mail that it may have. */
export type LoggedFate =
  /** The relay took the mail, delivered it, or still tries. */
  | 'accepted'
  /** The relay gave the mail up: it was certainly not delivered. */
  | 'rejected'

/** How a line was read. */
export type LineMeaning =
  /** A fact about one of our mails. */
  | 'ours'
  /** A known line about something else, or one that proves nothing. */
  | 'other'
  /** Empty or a comment. */
  | 'blank'
  | 'unread'

/** RFC 5322, 2.1.1, and the prefix of syslog; a longer line is none of a log. */
const LONGEST_LINE = 4_000

/** Our own identifier of a delivery: in its Message-ID, and in the subaddress of its envelope sender. */
const ID = '([0-9a-f]{32})'

/** `4XyZ1a2b3c` or `A1B2C3D4E5F` of Postfix. */
const POSTFIX = /\bpostfix[\w./-]*\[\d+\]: ([0-9A-Za-z]{6,20}): (.*)$/
/** Other lines of Postfix: connections, warnings, statistics. */
const POSTFIX_OTHER = /\bpostfix[\w./-]*\[\d+\]: /
/** `1tABCD-000001-AB`, or `1tABCD-00000000abc-0AbC` since Exim 4.97. */
const EXIM = /(?:^|\s)(\w{6}-\w{6}(?:\w{5})?-\w{2}(?:\w{2})?) (<=|=>|->|\*\*|==|>>|Completed\b|Frozen\b)(.*)$/
const EXIM_OTHER = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(?:\.\d+)?(?: [+-]\d{4})?(?: \[\d+\])? /
const PLAIN = /^<?([^\s<>,;@"]+@[^\s<>,;@"]+)>?[\s,;]+"?(\S.*)$/

const ACCEPTED_WORDS = /^(?:sent|accepted|delivered|queued|deferred|relayed|ok|2\d\d|2\.\d{1,3}\.\d{1,3})(?![\w.])/i
const REJECTED_WORDS = /^(?:bounced|rejected|failed|refused|expired|undelivered|5\d\d|5\.\d{1,3}\.\d{1,3})(?![\w.])/i

const fateOfWord = (word: string): LoggedFate | undefined => {
  if (ACCEPTED_WORDS.test(word)) return 'accepted'
  return REJECTED_WORDS.test(word) ? 'rejected' : undefined
}

/** Collects what a log says, line by line; memory grows with our own mails in it alone. */
export interface RelayLogReader {
  read(line: string): LineMeaning
  /** The fate of each of our mails that the log proves, by identifier; the last word counts. */
  fates(): ReadonlyMap<string, LoggedFate>
  /** Our mails that the log names without proving that the relay took them. */
  unproven(): ReadonlySet<string>
}

/**
 * Reads the log of a mail relay: lines of Postfix and Exim, and lines that say `message-id status`. Anything else is
 * passed over.
 *
 * That a relay took a mail is proven by its queue (`qmgr … from=`, `<=`) or by what it did with it afterwards. The
 * Message-ID alone proves nothing, because Postfix writes it down while the mail is still coming in. Mails that the log
 * does not name stay as they are: a log may be incomplete.
 *
 * @param domain of our Message-IDs
 */
export const relayLogReader = (domain: string): RelayLogReader => {
  const messageId = new RegExp(`(?:^|[\\s<=])${ID}@${domain.replaceAll('.', '\\.')}(?![\\w.-])`, 'i')
  const sender = new RegExp(`[+]${ID}@${domain.replaceAll('.', '\\.')}(?![\\w.-])`, 'i')
  const byQueue = new Map<string, string>()
  const found = new Map<string, LoggedFate>()
  const named = new Set<string>()

  const idIn = (text: string): string | undefined => (messageId.exec(text) ?? sender.exec(text))?.[1]?.toLowerCase()
  const settle = (id: string | undefined, fate: LoggedFate | undefined): LineMeaning => {
    if (!id) return 'other'
    named.add(id)
    if (fate) found.set(id, fate)
    return 'ours'
  }

  const readPostfix = (queue: string, rest: string): LineMeaning => {
    const id = idIn(rest)
    if (id) byQueue.set(queue, id)
    const ours = byQueue.get(queue)
    if (/^from=<.*queue active/.test(rest)) return settle(ours, ours && found.get(ours) ? undefined : 'accepted')
    if (/^from=<.*status=expired/.test(rest)) return settle(ours, 'rejected')
    const status = /\bstatus=(\w+)/.exec(rest)?.[1]
    return settle(ours, status ? fateOfWord(status) : undefined)
  }

  const readExim = (queue: string, sign: string, rest: string): LineMeaning => {
    if (sign === '<=') {
      const id = idIn(rest)
      if (id) byQueue.set(queue, id)
      // A report about a mail names it as `R=<queue>` and has no sender.
      return settle(id, id && found.get(id) ? undefined : 'accepted')
    }
    const ours = byQueue.get(queue)
    if (sign === '=>' || sign === '->' || sign === '==' || sign === '>>') return settle(ours, 'accepted')
    return settle(ours, sign === '**' ? 'rejected' : undefined)
  }

  return {
    read: (line) => {
      const text = line.slice(0, LONGEST_LINE).trim()
      if (text === '' || text.startsWith('#')) return 'blank'
      if (line.length > LONGEST_LINE) return 'unread'
      const postfix = POSTFIX.exec(text)
      if (postfix) return readPostfix(postfix[1]!, postfix[2]!)
      if (POSTFIX_OTHER.test(text)) return 'other'
      const exim = EXIM.exec(text)
      if (exim) return readExim(exim[1]!, exim[2]!, exim[3]!)
      const plain = PLAIN.exec(text)
      const fate = plain ? fateOfWord(plain[2]!) : undefined
      if (plain && fate) return settle(idIn(plain[1]!), fate)
      return EXIM_OTHER.test(text) ? 'other' : 'unread'
    },
    fates: () => found,
    unproven: () => new Set([...named].filter((id) => !found.has(id))),
  }
}
