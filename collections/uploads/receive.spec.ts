import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { PayloadRequest } from 'payload'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { receive } from './receive.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'congbo-receive-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const requestOf = (size: number) => {
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(size).fill(7)]), 'Ảnh đẹp.png')
  form.set('_payload', '{"alt":"Ảnh"}')
  return new Request('http://127.0.0.1/api/media', { method: 'POST', body: form }) as unknown as PayloadRequest
}

it.each([1, 70_000, 200_000])(
  'keeps a file of %i bytes up to what it may have, and the words about it',
  async (size) => {
    const { received, data } = await receive(requestOf(size), { folder, largest: size })
    const bytes = readFileSync(received.file)
    expect(received).toMatchObject({
      name: 'Ảnh đẹp.png',
      size,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    })
    expect(bytes).toHaveLength(size)
    expect(data).toEqual({ alt: 'Ảnh' })
  },
)

it.each([2, 70_001, 200_000, 5_000_000])(
  'refuses %i bytes where fewer are allowed, and reads no further',
  async (size) => {
    const largest = Math.min(size - 1, 100_000)
    await expect(receive(requestOf(size), { folder, largest })).rejects.toMatchObject({
      status: 413,
      data: { code: 'TOO_LARGE' },
    })
  },
)
