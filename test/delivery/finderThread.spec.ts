import { rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { type Finding, TooBusy } from '../../plugins/delivery/index.ts'
import { bundle } from '../../scripts/lib/bundle.mjs'
import { askThread } from '../../src/threads/finderThread.ts'
import { catalogueOf, ownFolder } from './support/catalogue.ts'
import { memoryLog, plan } from './support/log.ts'

const BUNDLE = `.tmp/finder-${process.pid}`
const inProject = (file: string) => fileURLToPath(new URL(`../../${file}`, import.meta.url))
const ENTRY = inProject(path.join(BUNDLE, 'finder.js'))
beforeAll(() => bundle({ entries: { finder: 'src/threads/finder.ts' }, into: BUNDLE }))
afterAll(() => rmSync(inProject(BUNDLE), { recursive: true, force: true }))

const NOW = '2026-06-01T00:00:00.000Z'
const request = (q: string) => ({ q, collections: ['plans'], filter: { facets: {} }, now: NOW })
const FACETS = { collection: 'plans', names: ['tag', 'year'], filter: { facets: {} }, now: NOW }

/** A catalogue of some plans, and a thread that searches it. */
const searched = async (plans = 3) => {
  const log = memoryLog()
  const publish = (number: number) =>
    log.append(
      { document: `d${number}` },
      plan({ title: `Kế hoạch hòa giải ${number}`, tags: [{ collection: 'tags', key: `t${number % 2}` }] }),
    )
  for (let number = 1; number <= plans; number += 1) publish(number)
  const catalogue = await catalogueOf(log)
  let generation = 0
  let words = { synonyms: [] as string[][], stopWords: [] as string[] }
  const thread = askThread(ENTRY, {
    generation: () => generation,
    footing: () => ({ file: catalogue.file(), words }),
    numberFilters: [],
  })
  onTestFinished(() => thread.close())
  // A thread begins late on a busy machine; who asks meanwhile is told to come again.
  const isAwake = async () => {
    try {
      return (await thread.search(request('hòa giải'))) !== undefined
    } catch {
      return false
    }
  }
  await expect.poll(isAwake, { timeout: 60_000 }).toBe(true)
  return {
    ...{ catalogue, thread, publish },
    change: async (work: () => unknown) => {
      await work()
      await catalogue.tail()
      generation += 1
    },
    setWords: (next: typeof words) => {
      words = next
      generation += 1
    },
  }
}
const totalOf = async (thread: Finding, q: string) => (await thread.search(request(q))).total

describe('a thread that searches', () => {
  it('answers as the catalogue does', async () => {
    const { catalogue, thread } = await searched()
    for (const q of ['hòa giải', 'ke hoach', 'hoa giai 2', 'không có gì'])
      expect(await thread.search(request(q))).toEqual(catalogue.read.finder.search(request(q)))
    expect(await thread.facets(FACETS)).toEqual(catalogue.read.finder.facets(FACETS))
    const among = { ids: [1, 2], collections: ['plans'], names: ['tag'] }
    expect(await thread.facetsAmong(among)).toEqual(catalogue.read.finder.facetsAmong(among))
  })

  it('knows what was published, withdrawn and renamed since', async () => {
    const { catalogue, thread, publish, change, setWords } = await searched()
    expect(await totalOf(thread, 'hòa giải')).toBe(3)
    await change(() => publish(4))
    expect(await totalOf(thread, 'hòa giải')).toBe(4)
    expect(await thread.facets(FACETS)).toEqual(catalogue.read.finder.facets(FACETS))
    expect(await totalOf(thread, 'HGCS')).toBe(0)
    setWords({ synonyms: [['HGCS', 'hòa giải']], stopWords: [] })
    expect(await totalOf(thread, 'HGCS')).toBe(4)
    // The file is another one.
    await change(() => catalogue.rebuild())
    expect(await totalOf(thread, 'hòa giải')).toBe(4)
  })

  it('tells who comes when too many wait to come again, and answers the others', async () => {
    const { thread } = await searched(50)
    const asked = await Promise.allSettled(
      Array.from({ length: 400 }, (_, number) => thread.search(request(`hòa giải ${number}`))),
    )
    const refused = asked.filter((one) => one.status === 'rejected')
    expect(refused.length).toBeGreaterThan(0)
    expect(refused.length).toBeLessThan(400)
    for (const { reason } of refused) expect(reason).toBeInstanceOf(TooBusy)
    expect(await totalOf(thread, 'ke hoach')).toBe(50)
  })

  it('fails a question that it cannot answer, and goes on', async () => {
    const { catalogue, thread } = await searched()
    const file = catalogue.file
    expect(await totalOf(thread, 'hòa giải')).toBe(3)
    await expect(thread.facets({ ...FACETS, filter: { facets: {}, match: '"' } })).rejects.toThrow(
      /fts5|syntax|unterminated/i,
    )
    expect(file()).toBe(catalogue.file())
    expect(await totalOf(thread, 'hoa giai')).toBe(3)
  })

  it('fails what two threads that end could not answer, and can be closed', async () => {
    const entry = path.join(ownFolder(), 'ends.mjs')
    writeFileSync(
      entry,
      "import { parentPort } from 'node:worker_threads'\nparentPort.on('message', () => process.exit(3))\n",
    )
    const catalogue = { generation: () => 0, footing: () => ({ file: '', words: { synonyms: [], stopWords: [] } }) }
    const thread = askThread(entry, { ...catalogue, numberFilters: [] })
    await expect(thread.search(request('hòa giải'))).rejects.toThrow('The thread that searches ended')
    await expect(thread.search(request('kế hoạch'))).rejects.toThrow('The thread that searches ended')
    await thread.close()
  })

  it('fails a question when the catalogue cannot be read, and answers the next', async () => {
    const { catalogue } = await searched()
    let isBroken = true
    const footing = () => {
      if (isBroken) throw new Error('no catalogue')
      return { file: catalogue.file(), words: { synonyms: [], stopWords: [] } }
    }
    const thread = askThread(ENTRY, { generation: () => 1, footing, numberFilters: [] })
    onTestFinished(() => thread.close())
    for (const _ of ['first', 'second', 'third'])
      await expect(thread.search(request('hòa'))).rejects.toThrow('no catalogue')
    isBroken = false
    // On a busy machine the first answer takes longer than a reader waits.
    await expect.poll(() => totalOf(thread, 'hòa giải').catch(String)).toBe(3)
  })

  it('ends when it is closed, and answers nobody who still waits', async () => {
    const { thread } = await searched()
    const waiting = Array.from({ length: 20 }, (_, number) => thread.search(request(`hoa ${number}`)))
    const settled = Promise.allSettled(waiting)
    await thread.close()
    const closed = (await settled).filter((one) => one.status === 'rejected')
    expect(closed.length).toBeGreaterThan(0)
    await expect(thread.search(request('hòa'))).rejects.toBeInstanceOf(TooBusy)
  })
})

it('counts the most frequent of very many values', async () => {
  const log = memoryLog()
  const tagged = (number: number, key: string) =>
    log.append({ document: `d${number}` }, plan({ title: `Kế hoạch ${number}`, tags: [{ collection: 'tags', key }] }))
  for (let number = 1; number <= 2_050; number += 1) tagged(number, `t${number}`)
  for (let number = 2_051; number <= 2_053; number += 1) tagged(number, 'zz')
  const { read } = await catalogueOf(log)
  const counted = read.finder.facets({ ...FACETS, names: ['tag'] })
  expect(counted[0]).toEqual({ name: 'tag', value: 'zz', count: 3 })
  expect(counted).toHaveLength(500)
})
