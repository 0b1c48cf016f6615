import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Migration, Payload } from 'payload'
import { bundle } from '../../../scripts/lib/bundle.mjs'
import { type BackupReport, type RestoreReport, restoreBackup, takeBackup } from '../../../src/backup/index.ts'
import type { Environment } from '../../../src/config/environment.ts'
import { migrations } from '../../../src/migrations/index.ts'
import { bootOn } from '../../../src/process/boot.ts'
import type { System } from '../../../src/system.ts'
import { dropOwnDatabase, ownDatabase } from '../../support/ownDatabase.ts'
import { environmentOf, type Portal, startPortal } from '../../support/portal.ts'
import type { BackupOrder } from './child.ts'

const BUNDLE = `.tmp/backup-child-${process.pid}`

/** Builds the program that makes and restores backups in a process of its own. @returns a function that removes it */
export const buildChild = async (): Promise<() => void> => {
  await bundle({ entries: { child: 'test/backup/support/child.ts' }, into: BUNDLE })
  return () => rmSync(path.resolve(BUNDLE), { recursive: true, force: true })
}

/** Runs an order in a process of its own. @returns how it ended, and what it said last */
export const inChild = (
  order: BackupOrder,
): Promise<{
  ended: number | NodeJS.Signals | null
  said: Partial<BackupReport & RestoreReport> & { fault?: string }
}> =>
  new Promise((resolve, reject) => {
    const args = ['--conditions=production', path.resolve(BUNDLE, 'child.js'), JSON.stringify(order)]
    const child = spawn(process.execPath, args, {
      env: {
        PATH: process.env.PATH,
        NODE_ENV: 'production',
        CONGBO_MODE: 'demo',
        __NEXT_PROCESSED_ENV: 'true',
        PAYLOAD_SECRET: order.environment.secret,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let text = ''
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
    child.on('error', reject)
    child.on('close', (code, signal) => {
      const last = text.trim().split('\n').at(-1)
      resolve({ ended: signal ?? code, said: last ? (JSON.parse(last) as Partial<BackupReport & RestoreReport>) : {} })
    })
  })

/** A place to restore to, or to keep backups in; removed with everything in it. */
export interface EmptyPlace {
  dir: string
  environment: Environment
  remove: () => Promise<void>
}

/** An empty place on the suite's database, or on SQLite. */
export const emptyPlace = (on?: 'SQLite'): EmptyPlace => {
  const dir = mkdtempSync(path.join(tmpdir(), 'congbo-restored-'))
  const uri = on ? `file:${path.join(dir, 'test.db')}` : ownDatabase(dir)
  return {
    dir,
    environment: environmentOf(dir, uri),
    remove: async () => {
      await dropOwnDatabase(uri)
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

/** A portal that is always on SQLite, regardless of the suite's database. */
export const startOnSqlite = async (): Promise<Portal> => {
  const asked = process.env.TEST_DATABASE
  delete process.env.TEST_DATABASE
  try {
    return await startPortal()
  } finally {
    if (asked) process.env.TEST_DATABASE = asked
  }
}

/** Opens a system on a database, whose tables are made if there are none. */
export const openAt = async (environment: Environment): Promise<System> => {
  const system = await bootOn(environment)
  if (environment.databaseUri.startsWith('file:'))
    await system.payload.db.migrate({ migrations: migrations as unknown as Migration[] })
  return system
}

/** Makes a backup of a running portal. */
export const backUp = (
  portal: Pick<Portal, 'environment' | 'clock'>,
  folder: string,
  more: Partial<Parameters<typeof takeBackup>[0]> = {},
): Promise<BackupReport> =>
  takeBackup({
    environment: portal.environment,
    env: {},
    open: { database: () => bootOn(portal.environment), copy: bootOn },
    clock: portal.clock,
    folder,
    withSecret: false,
    ...more,
  })

/** Restores a backup into a place. */
export const restoreTo = (place: EmptyPlace, folder: string): Promise<RestoreReport> =>
  restoreBackup({ environment: place.environment, open: () => openAt(place.environment), folder })

/** Every row of a collection, as the database has it. */
export const rowsIn = async (payload: Payload, collection: string): Promise<Record<string, unknown>[]> =>
  (await payload.db.find({ collection, sort: 'id', limit: 0, pagination: false, locale: 'all' }))
    .docs as unknown as Record<string, unknown>[]

/** Publishes a notice through all its approvals, over REST. @returns its number in the log */
export const publishNotice = async (portal: Portal, title: string): Promise<void> => {
  const call = async (login: 'author' | 'editor' | 'secretary' | 'head', url: string, body: object) => {
    const { status, body: answer } = await portal.rest('POST', url, { token: await portal.as(login), body })
    if (status >= 300) throw new Error(`${url}: ${JSON.stringify(answer)}`)
    return answer
  }
  const { doc } = await call('author', '/notices?locale=vi', { title, body: bodyOf(title) })
  const at = `/workflow/notices/${(doc as { id: string }).id}`
  let view = await call('author', `${at}/submit`, { expected: 0 })
  for (const login of ['editor', 'secretary', 'head'] as const) {
    if (view.state === 'published') break
    const { status, body } = await portal.rest('POST', `${at}/approve`, {
      token: await portal.as(login),
      body: { expected: view.seq },
    })
    if (status === 200) view = body
  }
  if (view.state !== 'published') throw new Error(`${title}: ${JSON.stringify(view)}`)
}

const bodyOf = (text: string) => ({
  root: {
    type: 'root',
    format: '',
    indent: 0,
    version: 1,
    direction: 'ltr',
    children: [
      {
        type: 'paragraph',
        format: '',
        indent: 0,
        version: 1,
        direction: 'ltr',
        textFormat: 0,
        children: [{ type: 'text', text, detail: 0, format: 0, mode: 'normal', style: '', version: 1 }],
      },
    ],
  },
})
