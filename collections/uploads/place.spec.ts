import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { placeFile } from './place.ts'

let folder: string
let from: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'congbo-place-'))
  from = mkdtempSync(path.join(tmpdir(), 'congbo-from-'))
})
afterAll(() => {
  for (const made of [folder, from]) rmSync(made, { recursive: true, force: true })
})

it('gives each of many files at once a name of its own, and overwrites none', async () => {
  const words = Array.from({ length: 40 }, (_, index) => `tệp ${index}`)
  const names = await Promise.all(
    words.map((word, index) => {
      const file = path.join(from, String(index))
      writeFileSync(file, word)
      return placeFile({
        from: file,
        folder,
        stem: 'anh',
        extension: 'png',
        isTaken: async (name) => name === 'anh-3.png',
      })
    }),
  )
  expect(new Set(names).size).toBe(40)
  expect(names).toContain('anh.png')
  expect(names).not.toContain('anh-3.png')
  expect(names.map((name) => readFileSync(path.join(folder, name), 'utf8'))).toEqual(words)
  expect(readdirSync(from)).toEqual([])
})

it('reserves no name for a file that cannot be moved', async () => {
  const before = readdirSync(folder)
  const gone = { from: path.join(from, 'khong-co'), folder, stem: 'khac', extension: 'png', isTaken: async () => false }
  await expect(placeFile(gone)).rejects.toMatchObject({ code: 'ENOENT' })
  expect(readdirSync(folder)).toEqual(before)
})
