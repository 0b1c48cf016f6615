import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { request } from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '../support/freePort.ts'

const [OFFICE, WEBSITE] = ['quantri.example.vn', 'phapluat.example.vn']
const USER = `congbo-${process.pid}`
/** Only root may make users and give files away. */
const ROOT = process.getuid?.() === 0 ? [] : ['sudo', '-n']

let root: string
let ports: Record<'office' | 'website' | 'nginx', number>
const running: ReturnType<typeof asRoot>[] = []

const asRoot = (command: string[], input = '') => {
  const [program, ...args] = [...ROOT, 'env', ...command]
  const child = spawn(program!, args, {
    env: { NODE_ENV: 'test', PATH: `${process.env.PATH}:/usr/sbin:/sbin`, HOME: os.homedir() },
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text
    })
  child.stdin.end(input)
  return { child, printed: () => printed, ended: once(child, 'close').then(([code]) => code as number | null) }
}
const done = async (command: string[], input?: string): Promise<string> => {
  const { ended, printed } = asRoot(command, input)
  expect(await ended, printed()).toBe(0)
  return printed()
}

const install = (...more: string[]) =>
  done([`ROOT=${root}`, `USER_NAME=${USER}`, 'SCHEME=http', ...more, 'examples/deploy/debian/install.sh'])
const at = (...parts: string[]) => path.join(root, ...parts)
const congbo = (words: string[], input?: string) => done([at('usr/local/bin/congbo'), ...words], input)
/** What stands for `key` in the unit, as systemd reads it for `congbo@all`. */
const inUnit = (key: string): string[] =>
  [...readFileSync(at('etc/systemd/system/congbo@.service'), 'utf8').matchAll(new RegExp(`^${key}=(.*)$`, 'gm'))].map(
    ([, value]) => value!.replaceAll('%i', 'all'),
  )

/** Runs the service as its unit says: user, folder, settings and program. */
const startService = async () => {
  const [settings = ''] = inUnit('EnvironmentFile')
  const told = readFileSync(settings, 'utf8').match(/^[A-Z_]+=.*$/gm) ?? []
  const [user = ''] = inUnit('User')
  const service = asRoot([
    ...['-C', inUnit('WorkingDirectory')[0]!, '-i', `PATH=${process.env.PATH}`, ...told],
    ...inUnit('Environment').flatMap((line) => line.split(' ')),
    ...['setpriv', `--reuid=${user}`, `--regid=${user}`, '--init-groups', '--no-new-privs'],
    ...inUnit('ExecStart')[0]!.split(' '),
  ])
  running.push(service)
  await expect.poll(() => asked(ports.office, OFFICE, '/healthz').catch(() => 0), { timeout: 120_000 }).toBe(200)
  return service
}
const stop = async ({ child, ended, printed }: ReturnType<typeof asRoot>) => {
  child.kill('SIGTERM')
  expect(await ended, printed()).toBe(0)
}

const asked = (port: number, host: string, where: string): Promise<number> =>
  new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path: where, headers: { host } }, (response) => {
      response.resume()
      response.on('end', () => resolve(response.statusCode ?? 0))
    })
      .on('error', reject)
      .end()
  })

beforeAll(async () => {
  // Programs run from here, which a folder in memory may forbid.
  root = mkdtempSync('/var/tmp/congbo-debian-')
  chmodSync(root, 0o755)
  ports = { office: await freePort(), website: await freePort(), nginx: await freePort() }
})
afterAll(async () => {
  for (const { child } of running) if (child.exitCode === null) child.kill('SIGKILL')
  await asRoot(['userdel', USER]).ended
  await done(['rm', '-rf', root])
})

describe('the script for a bare Debian', () => {
  it('asks for the two names first', async () => {
    const { ended, printed } = asRoot([`ROOT=${root}`, 'examples/deploy/debian/install.sh'])
    expect(await ended).toBe(1)
    expect(printed()).toContain('Hãy đặt OFFICE và WEBSITE')
    expect(readdirSync(root)).toEqual([])
  })

  it('installs what serves, under a user that can change nothing but its data', async () => {
    await install(`OFFICE=${OFFICE}`, `WEBSITE=${WEBSITE}`)
    const settings = at('etc/congbo/congbo.env')
    expect(statSync(settings).mode & 0o777).toBe(0o640)
    for (const place of ['opt/congbo/current/', 'opt/congbo/current/dist/server.js', 'etc/congbo/congbo.env'])
      expect(statSync(at(place)).uid, place).toBe(0)
    const text = readFileSync(settings, 'utf8')
    expect(text).toMatch(/^PAYLOAD_SECRET=[0-9a-f]{64}$/m)
    await done(['sed', '-i', `s/^PORT=.*/PORT=${ports.office}/;s/^SITE_PORT=.*/SITE_PORT=${ports.website}/`, settings])
    const service = await startService()
    expect(await asked(ports.office, OFFICE, '/admin/login')).toBe(200)
    expect(await asked(ports.website, WEBSITE, '/')).toBe(200)
    await congbo(
      ['user', 'create', '--email', 'quantri@example.vn', '--role', 'admin', '--password-stdin'],
      'mot mat khau du dai 2026\n',
    )
    const { ended, printed } = asRoot([at('usr/local/bin/congbo'), 'doctor', '--json'])
    // Nobody holds the steps of the approval yet.
    expect(await ended).toBe(1)
    const line = printed()
      .split('\n')
      .find((each) => each.startsWith('[{'))
    expect(JSON.parse(line!)).toContainEqual(expect.objectContaining({ check: 'DATA_DIR', ok: true }))
    await stop(service)
  })

  it('puts it behind nginx, which answers for both names and for no monitor', async () => {
    const file = at('nginx.conf')
    const site = readFileSync(at('etc/nginx/conf.d/congbo.conf'), 'utf8')
      .replaceAll('127.0.0.1:3000', `127.0.0.1:${ports.office}`)
      .replaceAll('127.0.0.1:3001', `127.0.0.1:${ports.website}`)
      .replaceAll('listen 80;', `listen 127.0.0.1:${ports.nginx};`)
      .replaceAll('listen [::]:80;', '')
    const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (name) => `${name}_temp_path ${at(`nginx-${name}`)};`,
    )
    writeFileSync(
      file,
      `pid ${at('nginx.pid')};\nerror_log stderr;\nevents {}\nhttp {\naccess_log off;\n${places.join('\n')}\n${site}\n}\n`,
    )
    const service = await startService()
    const nginx = asRoot(['nginx', '-c', file, '-g', 'daemon off;'])
    running.push(nginx)
    await expect.poll(() => asked(ports.nginx, OFFICE, '/healthz').catch(() => nginx.printed())).toBe(200)
    expect(await asked(ports.nginx, OFFICE, '/admin/login')).toBe(200)
    expect(await asked(ports.nginx, OFFICE, '/graphql?query={__typename}')).toBe(200)
    expect(await asked(ports.nginx, WEBSITE, '/')).toBe(200)
    expect(await asked(ports.nginx, OFFICE, '/metrics')).toBe(404)
    nginx.child.kill('SIGTERM')
    await nginx.ended
    await stop(service)
  })

  it('upgrades by itself: a backup first, settings and people kept, the old version as the way back', async () => {
    const settings = readFileSync(at('etc/congbo/congbo.env'), 'utf8')
    const before = readlinkSync(at('opt/congbo/current'))
    await install()
    const now = readlinkSync(at('opt/congbo/current'))
    expect(now).not.toBe(before)
    expect(readdirSync(at('opt/congbo')).sort()).toEqual([before, now, 'current'].sort())
    expect(readFileSync(at('etc/congbo/congbo.env'), 'utf8')).toBe(settings)
    const backups = at('var/backups/congbo')
    expect(readdirSync(backups).some((name) => existsSync(path.join(backups, name, 'manifest.json')))).toBe(true)
    const service = await startService()
    const again = asRoot(
      [
        at('usr/local/bin/congbo'),
        'user',
        'create',
        '--email',
        'quantri@example.vn',
        '--role',
        'admin',
        '--password-stdin',
      ],
      'mot mat khau du dai 2026\n',
    )
    expect(await again.ended, 'the administrator is still there').toBe(1)
    await stop(service)
    rmSync(at('nginx.conf'))
  })
})
