import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

/** The main job from outside: what a draft goes through until it stands on the website and in an inbox. */

const READER = 'nguoi.doc@example.org'
const PATIENCE_MS = 90_000

let steps = 0
const done = (what: string, fact = '') => {
  steps += 1
  process.stdout.write(`${String(steps).padStart(2)}. ${what}${fact ? `: ${fact}` : ''}\n`)
}
const must = (condition: unknown, what: string): void => {
  if (!condition) throw new Error(what)
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })

interface Mail {
  subject: string
  text: string
  headers: Map<string, unknown>
}

/** A real mail server on loopback that keeps what it is handed. */
const startMailbox = async () => {
  const mails: Mail[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, callback) => {
      simpleParser(stream).then(({ subject, text, headers }) => {
        mails.push({ subject: subject ?? '', text: text ?? '', headers })
        callback()
      }, callback)
    },
  })
  const port = await freePort()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()))
  return {
    mails,
    url: `smtp://127.0.0.1:${port}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

const until = async <T>(what: string, look: () => Promise<T | undefined> | T | undefined): Promise<T> => {
  const tries = PATIENCE_MS / 100
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const found = await look()
    if (found !== undefined) return found
    await wait(100)
  }
  throw new Error(`waited in vain for ${what}`)
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'congbo-demo-'))
const mailbox = await startMailbox()
const port = await freePort()
const base = `http://127.0.0.1:${port}`
const env = {
  ...process.env,
  NODE_ENV: 'production' as const,
  CONGBO_MODE: 'demo',
  PORT: String(port),
  HOST: '127.0.0.1',
  DATA_DIR: path.join(folder, 'data'),
  MEDIA_DIR: path.join(folder, 'media'),
  DATABASE_URI: `file:${path.join(folder, 'data', 'congbo.db')}`,
  SMTP_URL: mailbox.url,
  PUBLIC_URL: base,
  SITE_URL: 'https://phapluat.example.vn',
  SITE_PORT: 'off',
  MAIL_PAUSED: '0',
}

const run = (args: string[]): ChildProcess =>
  spawn(process.execPath, ['--conditions=production', ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })

const outputOf = async (child: ChildProcess): Promise<string> => {
  let text = ''
  child.stdout?.on('data', (chunk) => {
    text += chunk
  })
  child.stderr?.on('data', (chunk) => {
    text += chunk
  })
  const code = await new Promise<number | null>((resolve) => child.on('exit', resolve))
  must(code === 0, `a command failed with ${code}: ${text}`)
  return text
}

const send = async (method: string, url: string, options: { token?: string; body?: unknown; form?: string } = {}) => {
  const response = await fetch(base + url, {
    method,
    headers: {
      ...(options.token ? { authorization: `JWT ${options.token}` } : {}),
      ...(options.form === undefined
        ? options.body === undefined
          ? {}
          : { 'content-type': 'application/json' }
        : { 'content-type': 'application/x-www-form-urlencoded' }),
    },
    body: options.form ?? (options.body === undefined ? undefined : JSON.stringify(options.body)),
  })
  const text = await response.text()
  const json = text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {}
  return { status: response.status, json, text }
}

const graphql = async (query: string, variables: object = {}): Promise<Record<string, unknown>> => {
  const { json } = await send('POST', '/graphql', { body: { query, variables } })
  must(json.data, `GraphQL: ${JSON.stringify(json)}`)
  return json.data as Record<string, unknown>
}

const login = async (name: string): Promise<string> => {
  const { json } = await send('POST', '/api/users/login', {
    body: { email: `${name}@demo.local`, password: 'congbo-demo' },
  })
  must(typeof json.token === 'string', `${name} cannot log in: ${JSON.stringify(json)}`)
  return json.token as string
}

const idOf = async (token: string, collection: string, field: string, value: string): Promise<string> => {
  const { json } = await send(
    'GET',
    `/api/${collection}?where[${field}][equals]=${encodeURIComponent(value)}&limit=1`,
    { token },
  )
  return (json.docs as { id: string }[])[0]!.id
}

const act = async (token: string, id: string, action: string, body: object = {}) => {
  const { json: view } = await send('GET', `/api/workflow/directives/${id}`, { token })
  return send('POST', `/api/workflow/directives/${id}/${action}`, { token, body: { expected: view.seq, ...body } })
}

const walk = async (): Promise<void> => {
  await until('the server', async () => ((await fetch(`${base}/readyz`).catch(() => undefined))?.ok ? true : undefined))
  done('Máy chủ chạy / the server runs', base)

  await send('POST', '/subscriptions', {
    body: { email: READER, cadence: 'daily', filter: { collections: ['directives'] }, locale: 'vi' },
  })
  const asked = await until('the confirmation mail', () =>
    mailbox.mails.find((mail) => /\/subscriptions\/confirm\//.test(mail.text)),
  )
  const confirm = /\/subscriptions\/confirm\/[\w-]+/.exec(asked.text)![0]
  must((await send('GET', confirm)).status === 200, 'the confirmation page is not there')
  must((await send('POST', confirm, { form: '' })).status === 200, 'the confirmation was refused')
  done('Người dân đăng ký và xác nhận qua thư / a citizen subscribed and confirmed', asked.subject)

  const author = await login('author')
  const created = await send('POST', '/api/directives', {
    token: author,
    body: {
      title: 'Phổ biến, giáo dục pháp luật cho đồng bào Khmer năm 2026',
      docType: await idOf(author, 'document-types', 'code', 'KH'),
      issuer: await idOf(author, 'organisations', 'code', 'ubnd-tp-can-tho'),
      number: 126,
      symbol: 'KH-UBND',
      issuedOn: '2026-01-15',
      abstract: 'Kế hoạch tổ chức phổ biến pháp luật bằng hai thứ tiếng tại các xã có đông đồng bào Khmer.',
    },
  })
  must(created.status === 201, `the draft was refused: ${created.text}`)
  const { id, numberAndSymbol } = created.json.doc as { id: string; numberAndSymbol: string }
  done('Người soạn lưu bản nháp / the author saved a draft', numberAndSymbol)

  const query =
    '{ directives(filter: { number: "126/KH-UBND" }) { totalDocs docs { title url numberAndSymbol edition contentHash } } }'
  must(((await graphql(query)).directives as { totalDocs: number }).totalDocs === 0, 'a draft is public')
  must((await act(author, id, 'submit')).status === 200, 'the submission was refused')
  done('Trình duyệt, nội dung được chốt / submitted, the text is frozen')
  const change = await send('PATCH', `/api/directives/${id}`, { token: author, body: { title: 'Sửa sau khi trình' } })
  must(change.status === 409, 'a frozen text could be changed')
  done('Không sửa được văn bản đang duyệt / a text under review stands still', '409 WORKFLOW_FROZEN')
  for (const [name, what] of [
    ['editor', 'Biên tập viên chuyển tiếp / the editor passed it on'],
    ['secretary', 'Thư ký xác nhận / the secretary confirmed'],
  ] as const) {
    must((await act(await login(name), id, 'approve')).status === 200, `${name} could not approve`)
    done(what)
  }
  must(((await graphql(query)).directives as { totalDocs: number }).totalDocs === 0, 'a text under review is public')
  const approved = performance.now()
  const last = await act(await login('head'), id, 'approve')
  must(last.status === 200 && last.json.state === 'published', `the head could not approve: ${last.text}`)
  done('Lãnh đạo duyệt, văn bản được công bố / the head approved, it is published', String(last.json.url))

  const shown = await until('the website', async () => {
    const { directives } = (await graphql(query)) as unknown as {
      directives: { docs: { title: string; contentHash: string }[] }
    }
    return directives.docs[0]
  })
  must(shown.contentHash === last.json.contentHash, 'the website shows another text than was approved')
  done(
    'GraphQL trả về văn bản / GraphQL answers it',
    `${Math.round(performance.now() - approved)} ms, ${shown.contentHash.slice(0, 12)}…`,
  )

  const tomorrow = new Date(Date.parse((last.json.timeline as { at: string }[]).at(-1)!.at) + 24 * 60 * 60 * 1000)
  const due = `${new Date(tomorrow.getTime() + 7 * 60 * 60 * 1000).toISOString().slice(0, 10)}T07:30:00+07:00`
  // Officers get mails too, in working hours.
  const digests = () => mailbox.mails.filter(({ headers }) => headers.has('list'))
  await outputOf(run(['dist/cli.js', 'digest', '--at', due]))
  const digest = await until('the digest', () => digests().find((mail) => mail.text.includes('126/KH-UBND')))
  done('Bản tin thư đến hộp thư / the digest is in the mailbox', digest.subject)
  await outputOf(run(['dist/cli.js', 'digest', '--at', due]))
  must(digests().length === 1, 'the digest was sent twice')
  done('Chạy lại không gửi hai lần / running it again sends nothing')

  const link = /\/u\/[\w-]+/.exec(digest.text)?.[0]
  must(link && digest.headers.has('list'), 'the digest has no one-click link')
  must((await send('POST', link!, { form: 'List-Unsubscribe=One-Click' })).status === 200, 'leaving was refused')
  done('Ngừng nhận bằng một lần bấm / left with one click')
  const audit = await outputOf(run(['dist/cli.js', 'audit', 'verify']))
  done('Kiểm tra sổ / the audit finds nothing out of order', audit.trim().split('\n')[0])
}

const server = run(['dist/server.js'])
let log = ''
for (const stream of [server.stdout, server.stderr])
  stream?.on('data', (chunk) => {
    log = (log + chunk).slice(-4000)
  })
let failed: unknown
try {
  await Promise.race([
    walk(),
    new Promise((_, reject) => server.on('exit', (code) => reject(new Error(`the server stopped with ${code}`)))),
  ])
  process.stdout.write('Xong. / Done.\n')
} catch (error) {
  failed = error
  process.stderr.write(`KHÔNG ĐẠT / FAILED: ${(error as Error).message}\n${log}\n`)
} finally {
  server.removeAllListeners('exit')
  // A server that a signal has ended has no exit code.
  if (server.exitCode === null && server.signalCode === null) {
    const ended = once(server, 'exit')
    server.kill('SIGTERM')
    await ended
  }
  await mailbox.close()
  rmSync(folder, { recursive: true, force: true })
}
process.exit(failed ? 1 : 0)
