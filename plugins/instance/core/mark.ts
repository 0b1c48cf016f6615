import type { OwnText } from '../../../lib/text/languages.ts'

/** Where a system stands, as far as a copy of it would stand elsewhere. */
export interface Place {
  /** Hosts of the database server, each `host:port` in lower case; none when the database is a file. */
  servers: readonly string[]
  /** Name of the database on its server; empty when it is a file. */
  database: string
  /** Public address of the system; empty when it has none that a copy would not have. */
  address: string
}

/** What the database says of the system that it belongs to. */
export interface Mark {
  /** Random; another copy has another one. */
  id: string
  place: Place
  /** Set while it is a restored copy that nobody has confirmed: where it comes from, and when. ISO 8601, UTC. */
  restored?: { from: string; at: string }
}

/** How a database is recognised as a copy. */
export type Sign = 'restored' | 'folder' | 'server' | 'address'

/**
 * `new`: it has no mark yet; `own`: it is what it was; `joined`: this machine joins a system that it did not belong to,
 * its folder takes over the mark; otherwise the sign of a copy.
 */
export type Standing = 'new' | 'own' | 'joined' | { copy: Sign }

const sharesServer = (one: Place, other: Place): boolean =>
  one.database === other.database && one.servers.some((server) => other.servers.includes(server))

/**
 * Whether a database is still the one that it was, and not a copy of it in another place.
 *
 * A database server is known by its address, so that machines may join and leave. A file has no address; the mark beside
 * it in the data folder must be its own.
 *
 * @param args.mark in the database
 * @param args.beside id in the data folder
 * @param args.here where this process stands
 */
export const standingOf = (args: { mark: Mark | undefined; beside: string | undefined; here: Place }): Standing => {
  const { mark, beside, here } = args
  if (!mark) return beside === undefined ? 'new' : { copy: 'folder' }
  if (mark.restored) return { copy: 'restored' }
  if (mark.place.address && here.address && mark.place.address !== here.address) return { copy: 'address' }
  if (here.servers.length || mark.place.servers.length) {
    if (!sharesServer(mark.place, here)) return { copy: 'server' }
    return beside === mark.id ? 'own' : 'joined'
  }
  return beside === mark.id ? 'own' : { copy: 'folder' }
}

/** Why nothing is sent, and what to do, for people. */
export const BECAUSE: Readonly<Record<Sign, OwnText>> = {
  restored: {
    vi: 'Hệ thống vừa được khôi phục từ bản sao lưu hoặc nạp từ bản xuất nên tạm dừng gửi thư và tin; khi đây là bản chính thức, xin xác nhận tại trang chủ của trang quản trị hoặc bằng “congbo instance confirm”.',
    en: 'This system was restored from a backup or loaded from an export, so mails and webhooks wait; once it is the real one, confirm on the home page of the admin or with `congbo instance confirm`.',
  },
  folder: {
    vi: 'Cơ sở dữ liệu không thuộc về DATA_DIR này, có thể là bản sao, nên tạm dừng gửi thư và tin; nếu đúng là bản chính thức, xin xác nhận tại trang chủ của trang quản trị hoặc bằng “congbo instance confirm”.',
    en: 'The database does not belong to this DATA_DIR and may be a copy, so mails and webhooks wait; if it is the real one, confirm on the home page of the admin or with `congbo instance confirm`.',
  },
  server: {
    vi: 'Cơ sở dữ liệu nằm ở máy chủ khác trước, có thể là bản sao, nên tạm dừng gửi thư và tin; nếu đúng là bản chính thức, xin xác nhận tại trang chủ của trang quản trị hoặc bằng “congbo instance confirm”.',
    en: 'The database is on another server than before and may be a copy, so mails and webhooks wait; if it is the real one, confirm on the home page of the admin or with `congbo instance confirm`.',
  },
  address: {
    vi: 'PUBLIC_URL khác trước, đây có thể là bản sao, nên tạm dừng gửi thư và tin; nếu đúng là bản chính thức, xin xác nhận tại trang chủ của trang quản trị hoặc bằng “congbo instance confirm”.',
    en: 'PUBLIC_URL is not what it was, so this may be a copy, and mails and webhooks wait; if it is the real one, confirm on the home page of the admin or with `congbo instance confirm`.',
  },
}

const MONGODB_PORT = '27017'

/**
 * Where a system with this configuration stands.
 *
 * @param args.databaseUri `file:` or `mongodb://`; neither its login nor its options matter
 * @param args.address public address, `undefined` when it says nothing (a demonstration on one's own machine)
 */
export const placeOf = (args: { databaseUri: string; address: string | undefined }): Place => {
  const { databaseUri, address = '' } = args
  const [, hosts, database = ''] = /^mongodb(?:\+srv)?:\/\/(?:[^@/]*@)?([^/?]+)(?:\/([^?]*))?/.exec(databaseUri) ?? []
  const servers = (hosts?.toLowerCase().split(',') ?? []).map((host) =>
    /:\d+$/.test(host) ? host : `${host}:${MONGODB_PORT}`,
  )
  return { servers, database, address }
}
