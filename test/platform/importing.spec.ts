import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Place, place, production, runToEnd } from './process.ts'

const FIXTURES = path.resolve('test/importer/fixtures')

const EDITOR = 'bien-tap@example.vn'

let here: Place
beforeAll(async () => {
  here = await place({ ...production, PUBLIC_URL: 'http://127.0.0.1:3000' })
  const user = ['user', 'create', '--email', EDITOR, '--role', 'editor']
  for (const args of [['seed'], user]) expect((await runToEnd('cli', { env: here.env, args })).code).toBe(0)
})
afterAll(() => here.remove())

const congbo = (...args: string[]) => runToEnd('cli', { env: here.env, args: ['import', ...args] })
const jsonOf = (printed: string) =>
  JSON.parse(printed.split('\n').find((line) => line.startsWith('{'))!) as {
    rows: { kind: string; status: string; stored?: string }[]
    totals: Record<string, number>
  }

describe('congbo import', () => {
  it('ends with 2 and says what it takes when it is called wrongly', async () => {
    for (const args of [[], ['a', 'b'], ['--nothing'], [`${FIXTURES}/whole.txt`, '--as', 'khong-ai@example.vn']]) {
      const { code, printed } = await congbo(...args)
      expect([args, code]).toEqual([args, 2])
      expect(printed).toContain('congbo: ')
    }
  })

  it('ends with 1 when there is nothing under the name, and when a file is no text', async () => {
    const missing = await congbo(path.join(here.dir, 'khong-co.txt'))
    expect(missing).toMatchObject({ code: 1, printed: expect.stringContaining('Không mở được / cannot be opened') })
    const picture = path.join(here.dir, 'anh.txt')
    writeFileSync(picture, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]))
    expect(await congbo(picture)).toMatchObject({ code: 1, printed: expect.stringContaining('LOẠI / rejected') })
  })

  it('ends with 0 on a folder that holds nothing, and says so', async () => {
    const empty = path.join(here.dir, 'trong')
    mkdirSync(empty)
    expect(await congbo(empty)).toMatchObject({ code: 0, printed: expect.stringContaining('không có trang nào') })
  })

  it('ends with 0 whatever it had to reject, tells facts with --json, and shows no progress off a terminal', async () => {
    const dry = await congbo(FIXTURES, '--dry-run', '--json')
    const real = await congbo(FIXTURES, '--json', '--as', EDITOR)
    const again = await congbo(FIXTURES, '--json')
    expect([dry.code, real.code, again.code]).toEqual([0, 0, 0])
    expect(real.printed).not.toContain('\r')
    expect(jsonOf(dry.printed).totals).toEqual(jsonOf(real.printed).totals)
    expect(jsonOf(again.printed).totals).toMatchObject({ created: 0 })
    expect(jsonOf(real.printed).totals.rejected).toBeGreaterThan(8)
  })

  it('tells everything to a program that reads slowly', async () => {
    const many = path.join(here.dir, 'nhieu')
    mkdirSync(many)
    const page = `THƯ VIỆN VIDEO\n${Array.from({ length: 900 }, (_, at) => `• Phiên tòa giả định số ${at} (05/09/2024)`).join('\n')}\n`
    writeFileSync(path.join(many, 'trang.txt'), page)
    const { printed } = await congbo(many, '--dry-run', '--json')
    expect(printed.length).toBeGreaterThan(70_000)
    expect(jsonOf(printed).rows).toHaveLength(901)
  })

  it('is told of a page line by line in Vietnamese first', async () => {
    const { printed } = await congbo(`${FIXTURES}/whole.txt`)
    expect(printed).toMatch(/NHẬN.* · văn bản \/ directive · 112\/KH-UBND/)
    expect(printed).toContain('3 thông báo không tiêu đề bị loại / untitled notices rejected')
  })
})
