import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verify } from '../../plugins/workflow/index.ts'
import { backupAt, isHalfRestored, type RestoreStep, type Step, verifyBackup } from '../../src/backup/index.ts'
import { type Portal, startPortal } from '../support/portal.ts'
import type { BackupOrder } from './support/child.ts'
import { buildChild, type EmptyPlace, emptyPlace, inChild, openAt, publishNotice, rowsIn } from './support/systems.ts'

let removeChild: () => void
let source: Portal
let dir: string
/** A folder with one whole backup. */
let folder: string
/** How many it holds. */
let rows: number

const DAYS = ['2026-11-23T18:30:00.000Z', '2026-11-24T18:30:00.000Z', '2026-11-25T18:30:00.000Z'] as const

const backup = (more: Partial<BackupOrder> = {}) =>
  inChild({ task: 'backup', environment: source.environment, folder, at: DAYS[0], ...more })
const restore = (place: EmptyPlace, dieAt?: BackupOrder['dieAt']) =>
  inChild({ task: 'restore', environment: place.environment, folder, at: DAYS[0], dieAt })

beforeAll(async () => {
  removeChild = await buildChild()
  source = await startPortal()
  await publishNotice(source, 'Thông báo trước khi sao lưu')
  dir = mkdtempSync(path.join(tmpdir(), 'congbo-backups-'))
  folder = path.join(dir, 'backups')
  const { ended, said } = await backup()
  expect(ended).toBe(0)
  rows = said.rows!
})
afterAll(async () => {
  removeChild()
  await source.stop()
  rmSync(dir, { recursive: true, force: true })
})

/** A row somewhere among all, another at every run. */
const someRow = () => ({ row: 1 + Math.floor(Math.random() * (rows - 1)) })

describe('a backup that is killed', () => {
  const steps: Step[] = ['began', 'media kept', 'all written', 'manifest written']
  const dies = async (dieAt: BackupOrder['dieAt']) => {
    const { ended } = await backup({ at: DAYS[1], dieAt })
    expect([dieAt, ended]).toEqual([dieAt, 'SIGKILL'])
    expect(readdirSync(folder).some((name) => name.endsWith('.part'))).toBe(true)
    const found = await backupAt(folder)
    expect(found.backup.at.toISOString()).toBe(DAYS[0])
    await verifyBackup(found)
  }
  it.each(steps)('at the point “%s” leaves the one before whole', (step) => dies({ step }))
  it('at any row leaves the one before whole', () => dies(someRow()))

  it('is followed by a whole one that leaves nothing half', async () => {
    const { ended, said } = await backup({ at: DAYS[2] })
    expect(ended).toBe(0)
    expect(said.cleared).toBe(1)
    expect(readdirSync(folder).filter((name) => name.endsWith('.part') || name === 'lock')).toEqual([])
    await verifyBackup(await backupAt(folder))
  })
})

describe('a restore that is killed', () => {
  it('at any point says so, and starts anew until it is whole', async () => {
    const place = emptyPlace()
    try {
      const steps: RestoreStep[] = ['marked', 'media restored', 'audited']
      for (const dieAt of [...steps.map((step) => ({ step })), someRow()]) {
        const { ended, said } = await restore(place, dieAt)
        expect({ dieAt, ended, said }).toEqual({ dieAt, ended: 'SIGKILL', said: {} })
        const half = await openAt(place.environment)
        expect([dieAt, await isHalfRestored(half.payload)]).toEqual([dieAt, true])
        await half.payload.destroy()
      }
      const { ended, said } = await restore(place)
      expect(said).toMatchObject({ anew: true, faults: [] })
      expect(ended).toBe(0)
      const whole = await openAt(place.environment)
      expect(await isHalfRestored(whole.payload)).toBe(false)
      const ids = async ({ payload }: Pick<Portal, 'payload'>) =>
        (await rowsIn(payload, 'workflow-events')).map(({ hash }) => hash)
      expect(await ids(whole)).toEqual(await ids(source))
      expect((await verify({ payload: whole.payload })).faults).toEqual([])
      await whole.payload.destroy()
    } finally {
      await place.remove()
    }
  })

  it('right after its end is whole, and the next one refuses', async () => {
    const place = emptyPlace()
    try {
      expect((await restore(place, { step: 'ended' })).ended).toBe('SIGKILL')
      const { ended, said } = await restore(place)
      expect(ended).toBe(1)
      expect(said.fault).toContain('nothing is overwritten')
    } finally {
      await place.remove()
    }
  })
})

it('two backups at once: one is made, the other says to wait', async () => {
  const both = path.join(dir, 'both')
  const results = await Promise.all([backup({ folder: both }), backup({ folder: both, at: DAYS[1] })])
  expect(results.map(({ ended }) => ended).sort()).toEqual([0, 1])
  expect(results.find(({ ended }) => ended === 1)!.said.fault).toContain('wait until it has ended')
  await verifyBackup(await backupAt(both))
})
