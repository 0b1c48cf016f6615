import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publicFilePath, Unpublishable } from '../../plugins/publications/index.ts'
import { keepFile } from '../../plugins/publications/store/keepFile.ts'
import type { FrozenFile } from '../../plugins/publications/types.ts'
import { bundle } from '../../scripts/lib/bundle.mjs'
import type { KeepOrder } from '../support/keepChild.ts'

const BUNDLE = `.tmp/keep-${process.pid}`
let mediaDir: string
beforeAll(async () => {
  await bundle({ entries: { child: 'test/support/keepChild.ts' }, into: BUNDLE })
  mediaDir = mkdtempSync(path.join(tmpdir(), 'congbo-keep-'))
})
afterAll(() => {
  rmSync(BUNDLE, { recursive: true, force: true })
  rmSync(mediaDir, { recursive: true, force: true })
})

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
let made = 0
/** A file of the library, and the path of its public copy. */
const library = (size: number): { file: FrozenFile; source: string; target: string; bytes: Buffer } => {
  made += 1
  const bytes = Buffer.alloc(size, `film ${made} `)
  const file = { sha256: sha256(bytes), filename: `phim-${made}.mp4`, mimeType: 'video/mp4', size }
  const source = path.join(mediaDir, file.filename)
  writeFileSync(source, bytes)
  return { file, source, target: publicFilePath(mediaDir, file), bytes }
}
const stands = ({ target, bytes }: { target: string; bytes: Buffer }) =>
  existsSync(target) && readFileSync(target).equals(bytes)
const parts = () => (existsSync(`${mediaDir}/public/.parts`) ? readdirSync(`${mediaDir}/public/.parts`) : [])
const put = (target: string, bytes: Uint8Array) => {
  mkdirSync(path.dirname(target), { recursive: true })
  writeFileSync(target, bytes)
}

/** Stores a file in another process, on a simulated file system without hard links. @returns the exit code or signal */
const keepElsewhere = (order: KeepOrder): Promise<string | number | null> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [`${BUNDLE}/child.js`, JSON.stringify(order)], { stdio: 'inherit' })
    child.on('error', reject)
    child.on('close', (code, signal) => resolve(signal ?? code))
  })

describe('the public copy of a file', () => {
  it('stands whole or not at all, wherever a process is killed that copies it', async () => {
    const film = library(300 * 1024 * 1024)
    const order = { mediaDir, file: film.file }
    expect(await keepElsewhere({ ...order, dies: true })).toBe('SIGKILL')
    expect(existsSync(film.target)).toBe(false)
    expect(parts()).toHaveLength(1)
    expect(await keepElsewhere({ ...order, dies: false })).toBe(0)
    expect(stands(film)).toBe(true)
    expect(statSync(film.target).ino).not.toBe(statSync(film.source).ino)
    rmSync(`${mediaDir}/public/.parts`, { recursive: true })
  })

  it('is another name of the file of the library where there are such names, and is made once', async () => {
    const film = library(5_000)
    await Promise.all([keepFile(mediaDir, film.file), keepFile(mediaDir, film.file)])
    const { ino, ctimeMs } = statSync(film.target)
    expect(ino).toBe(statSync(film.source).ino)
    await keepFile(mediaDir, film.file)
    expect(statSync(film.target).ctimeMs).toBe(ctimeMs)
    expect(parts()).toEqual([])
  })

  it.each([
    ['was cut off', (bytes: Buffer) => bytes.subarray(0, 1_000)],
    ['holds other bytes of the same length', (bytes: Buffer) => Buffer.alloc(bytes.length, 'x')],
    ['is empty', () => Buffer.alloc(0)],
  ])('is made anew when what stands there %s', async (_, spoil) => {
    const film = library(5_000)
    put(film.target, spoil(film.bytes))
    await keepFile(mediaDir, film.file)
    expect(stands(film)).toBe(true)
    expect(parts()).toEqual([])
  })

  it('is compared again after it was changed', async () => {
    const film = library(5_000)
    put(film.target, film.bytes)
    await keepFile(mediaDir, film.file)
    writeFileSync(film.target, Buffer.alloc(5_000, 'x'))
    await keepFile(mediaDir, film.file)
    expect(stands(film)).toBe(true)
  })

  it('suffices when the file of the library is gone or changed', async () => {
    const film = library(5_000)
    put(film.target, film.bytes)
    writeFileSync(film.source, 'khác')
    await keepFile(mediaDir, film.file)
    rmSync(film.source)
    await keepFile(mediaDir, film.file)
    expect(stands(film)).toBe(true)
  })

  it.each([
    ['gone', (source: string) => rmSync(source)],
    ['shorter', (source: string) => truncateSync(source, 10)],
    ['another of the same length', (source: string) => writeFileSync(source, Buffer.alloc(5_000, 'y'))],
  ])('cannot be made of a file that is %s, and nothing is left', async (_, spoil) => {
    const film = library(5_000)
    spoil(film.source)
    await expect(keepFile(mediaDir, film.file)).rejects.toBeInstanceOf(Unpublishable)
    expect([existsSync(film.target), parts()]).toEqual([false, []])
  })

  it('clears away what a process that died left of it, and nothing that is being made', async () => {
    const [dead, alive] = ['dead', 'alive'].map((name) => `${mediaDir}/public/.parts/${name}`) as [string, string]
    for (const left of [dead, alive]) put(`${left}/file`, Buffer.from('half'))
    const hoursAgo = Date.parse('2026-01-01T00:00:00Z') / 1000
    utimesSync(dead, hoursAgo, hoursAgo)
    await keepFile(mediaDir, library(10).file)
    expect(parts()).toEqual(['alive'])
    rmSync(alive, { recursive: true })
  })

  it('is a matter of trying again when the disk does not take it', async () => {
    const film = library(5_000)
    const blocked = path.dirname(film.target)
    writeFileSync(blocked, 'a file in the place of the folder')
    const error = await keepFile(mediaDir, film.file).catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(Error)
    expect(error).not.toBeInstanceOf(Unpublishable)
    rmSync(blocked)
    await keepFile(mediaDir, film.file)
    expect(stands(film)).toBe(true)
  })
})
