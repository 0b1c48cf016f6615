import { connect } from 'node:tls'
import { shownInstant } from '../../../lib/time/shownInstant.ts'
import { lastSeq, lastSeqBefore } from '../../../plugins/publications/index.ts'
import { reachable } from '../../http/hosts.ts'
import { clockSkew, MOST_SKEW_MS } from '../../process/clockSkew.ts'
import type { System } from '../../system.ts'
import { type Finding, fault, fine } from './finding.ts'

/** How long a server on the network may take to answer, in milliseconds. */
const PATIENCE_MS = 5_000
const DAY_MS = 86_400_000
/** A certificate that ends sooner than this should have been renewed by its program. */
const RENEWED_DAYS = 14

interface Certificate {
  until: Date
  /** Why browsers would not trust it. */
  refused?: string
}

const certificateOf = ({ hostname, port }: URL): Promise<Certificate> =>
  new Promise((resolve, reject) => {
    const socket = connect(
      { host: hostname, port: Number(port) || 443, servername: hostname, rejectUnauthorized: false },
      () => {
        const until = new Date(socket.getPeerCertificate().valid_to)
        const refused = socket.authorized ? undefined : String(socket.authorizationError)
        socket.destroy()
        resolve({ until, refused })
      },
    )
    socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error('ETIMEDOUT')))
    socket.on('error', reject)
  })

const renew = {
  vi: 'chạy chương trình gia hạn chứng thư (certbot renew) và xem vì sao nó không tự chạy',
  en: 'run the program that renews it (certbot renew), and see why it did not run by itself',
}

const certificate = async (check: string, address: string, now: Date): Promise<Finding[]> => {
  const url = new URL(address)
  if (url.protocol !== 'https:') return []
  try {
    const { until, refused } = await certificateOf(url)
    const days = Math.floor((until.getTime() - now.getTime()) / DAY_MS)
    const [vi, en] = [`chứng thư đến ${shownInstant(until)}`, `certificate until ${shownInstant(until)}`]
    if (refused) return [fault(check, { vi: `${vi}, không được tin (${refused})`, en: `${en}, ${refused}` }, renew)]
    return [days < RENEWED_DAYS ? fault(check, { vi, en }, renew) : fine(check, vi, en)]
  } catch (error) {
    const { code = 'ETIMEDOUT' } = error as NodeJS.ErrnoException
    return [
      fault(
        check,
        { vi: `không kết nối được ${url.origin} (${code})`, en: `${url.origin} cannot be reached (${code})` },
        {
          vi: 'kiểm tra tên miền, tường lửa và nginx (nginx -t)',
          en: 'check the name, the firewall and nginx (nginx -t)',
        },
      ),
    ]
  }
}

const setClock = {
  vi: 'bật đồng bộ giờ: timedatectl set-ntp true',
  en: 'let it follow the time: timedatectl set-ntp true',
}

/** A row of the log that is younger than this is none from the future. */
const MINUTE_MS = 60_000

const clockOf = async (system: System): Promise<Finding> => {
  const { payload, clock } = system
  const skew = await clockSkew(system)
  if (skew !== undefined && Math.abs(skew) > MOST_SKEW_MS) {
    const seconds = Math.round(skew / 1_000)
    return fault(
      'clock',
      { vi: `đồng hồ lệch máy chủ cơ sở dữ liệu ${seconds} giây`, en: `${seconds} s off the database server` },
      setClock,
    )
  }
  const now = clock.now()
  // First, because the log may grow meanwhile.
  const last = await lastSeq({ payload })
  if ((await lastSeqBefore({ payload, instant: new Date(now.getTime() + MINUTE_MS) })) < last)
    return fault(
      'clock',
      {
        vi: `máy này đang là ${shownInstant(now)}, trước lần công bố gần nhất`,
        en: `this machine says ${shownInstant(now)}, before the newest publication`,
      },
      setClock,
    )
  return fine('clock', shownInstant(now), shownInstant(now))
}

/** What a running server says of itself: the catalogue, the log, backups. */
const server = async ({ environment }: System): Promise<Finding[]> => {
  const { host, port, role } = environment
  if (role === 'worker') return []
  try {
    const response = await fetch(`http://${reachable(host)}:${port}/readyz`, {
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    const { because = [] } = (await response.json()) as { because?: string[] }
    if (response.ok && !because.length) return [fine('server', 'đang phục vụ', 'serves')]
    const names = because.join(', ')
    return [
      fault(
        'server',
        response.ok
          ? { vi: `đang phục vụ, nhưng hỏng: ${names}`, en: `serves, but fails: ${names}` }
          : { vi: 'chưa phục vụ được', en: 'cannot serve yet' },
        {
          vi: 'xem nhật ký của máy chủ; mục lục công khai tự dựng lại',
          en: 'the log of the server has the cause; the public catalogue is built anew by itself',
        },
      ),
    ]
  } catch {
    return [
      fault(
        'server',
        { vi: `không trả lời ở cổng ${port}`, en: `does not answer on port ${port}` },
        {
          vi: 'khởi động: systemctl start congbo@all, hoặc npm start; rồi xem nhật ký',
          en: 'start it: systemctl start congbo@all, or npm start; then read its log',
        },
      ),
    ]
  }
}

/** Whether the server answers, its clock is right and its certificates hold. */
export const machine = async (system: System): Promise<Finding[]> => {
  const { environment, clock } = system
  const { publicUrl, siteUrl } = environment
  const now = clock.now()
  return [
    ...(await server(system)),
    await clockOf(system),
    ...(await certificate('PUBLIC_URL', publicUrl, now)),
    ...(siteUrl === publicUrl ? [] : await certificate('SITE_URL', siteUrl, now)),
  ]
}
