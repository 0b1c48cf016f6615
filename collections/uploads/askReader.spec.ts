import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askReader } from './askReader.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'congbo-ask-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Asks a reader that behaves as it is written here, as one may that a file has broken. */
const ask = (behaviour: string) => {
  const program = path.join(folder, 'reader.mjs')
  writeFileSync(program, behaviour)
  return askReader({ program, order: { file: 'x', folder } })
}
const ACCEPTED = '{"accepted":{"mimeType":"video/mp4","extension":"mp4"}}'
const wait = 'setInterval(() => {}, 1000)'

describe('a reader', () => {
  it('that prints anything but findings is ended, and its file refused', async () => {
    for (const said of ['"nothing\\n"', '"null\\n"', '"x".repeat(20000)'])
      expect(await ask(`process.stdout.write(${said}); ${wait}`)).toEqual({ fault: 'costly' })
  })

  it('that dies before it accepts refuses, and after it leaves what was not measured unknown', async () => {
    expect(await ask('process.kill(process.pid, "SIGSEGV")')).toEqual({ fault: 'costly' })
    const died = `process.stdout.write('${ACCEPTED}\\n', () => process.kill(process.pid, 'SIGKILL')); ${wait}`
    expect(await ask(died)).toEqual({ accepted: { mimeType: 'video/mp4', extension: 'mp4' }, measured: {} })
  })

  it('knows no secrets of the server', async () => {
    const told = await ask(
      'console.log(JSON.stringify({ measured: process.env })); console.log(JSON.stringify({ accepted: {} }))',
    )
    expect(told).toEqual({ accepted: {}, measured: { NODE_ENV: 'production' } })
  })

  it('that does not work is a fault of ours and not of the file', async () => {
    await expect(ask('throw new Error("no such library")')).rejects.toThrow('no such library')
  })
})
