import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildCatalogue } from '../../plugins/delivery/catalogue/build.ts'
import { startFile } from '../../plugins/delivery/catalogue/openFile.ts'
import { preparedLog, prepareStretch } from '../../plugins/delivery/catalogue/prepare.ts'
import { openCatalogue } from '../../plugins/delivery/openCatalogue.ts'
import type { Catalogue } from '../../plugins/delivery/readCatalogue.ts'
import {
  PUBLICATION_COLUMNS,
  type Publication,
  rowHash,
  type TrustedStretch,
} from '../../plugins/publications/index.ts'
import { catalogueOf, ownFolder } from './support/catalogue.ts'
import { type MemoryLog, memoryLog, plan, RULES } from './support/log.ts'

const NOW = '2026-06-01T00:00:00.000Z'
const shown = (read: Catalogue, key: string) => {
  const document = read.byKey('plans', key, NOW)
  return document && String(read.light(document, 'vi').title)
}
const rehashed = (row: Publication): Publication => ({
  ...row,
  hash: rowHash([...PUBLICATION_COLUMNS, 'seq', 'prev'], row),
})
/** Replaces the bytes of a content, like a manual change in the database. */
const forge = (log: MemoryLog, hash: string, bytes: unknown) => {
  const { contents } = log.source
  log.source.contents = async (hashes) =>
    (await contents(hashes)).map((row) => (row.hash === hash ? { ...row, bytes } : row))
}
const places = (faults: { store: string; place: string; what: string }[]) =>
  faults.map(({ place, what }) => `${place} ${what}`)

/** Documents a to d; the first has two editions. */
const fourPlans = () => {
  const log = memoryLog()
  log.append({ document: 'a' }, plan({ title: 'A một' }))
  log.append({ document: 'b' }, plan({ title: 'B' }))
  log.append({ document: 'c' }, plan({ title: 'C' }))
  log.append({ document: 'a', edition: 2 }, plan({ title: 'A hai' }))
  log.append({ document: 'd' }, plan({ title: 'D' }))
  return log
}

describe('a content that is not what its hash says', () => {
  it.each<[string, unknown]>([
    ['another text', JSON.stringify(plan({ title: 'Giả mạo' }))],
    ['half a text', '{broken'],
    ['no text', 'null'],
    ['bytes that are no text', new ArrayBuffer(2)],
  ])('%s is not shown, nor is the edition before it, and the rest goes on', async (_, bytes) => {
    const log = fourPlans()
    const { contentHash } = log.rows[3]!
    forge(log, contentHash, bytes)
    const { read, tail, faults } = await catalogueOf(log)
    expect(['a', 'b', 'c', 'd'].map((key) => shown(read, key))).toEqual([undefined, 'B', 'C', 'D'])
    expect(faults()).toEqual([
      { store: 'contents', place: contentHash, what: 'changed', documents: [{ collection: 'plans', document: 'a' }] },
    ])
    log.append({ document: 'b', kind: 'withdrawn', contentHash: log.rows[1]!.contentHash })
    await tail()
    expect(shown(read, 'b')).toBeUndefined()
    expect(read.stateOf(read.holderAt('/ke-hoach/a')!)).toMatchObject({ shown: false, state: { ended: null } })
  })

  it('that has its hash and no form is set aside alone', async () => {
    const log = fourPlans()
    const shapeless = { format: 1, collection: 'plans', locales: 7, fields: { title: { '@vi': 'X' } } }
    log.append({ document: 'e' }, shapeless as unknown as ReturnType<typeof plan>)
    const { read, faults } = await catalogueOf(log)
    expect([shown(read, 'd'), read.byKey('plans', 'e', NOW)]).toEqual(['D', undefined])
    expect(places(faults())).toEqual([`${log.rows.at(-1)!.contentHash} unusable`])
  })

  it('lets the next edition be shown', async () => {
    const log = fourPlans()
    forge(log, log.rows[3]!.contentHash, '{broken')
    const { read, tail } = await catalogueOf(log)
    log.append({ document: 'a', edition: 3 }, plan({ title: 'A ba' }))
    await tail()
    expect(shown(read, 'a')).toBe('A ba')
  })

  it('is a fault when its bytes are gone, whatever reason a hand wrote beside it', async () => {
    const log = fourPlans()
    const [emptied, lost] = [log.rows[1]!.contentHash, log.rows[2]!.contentHash]
    const { contents } = log.source
    log.source.contents = async (hashes) =>
      (await contents(hashes)).flatMap((row) =>
        row.hash === lost
          ? []
          : [row.hash === emptied ? { ...row, bytes: null, purgedReason: 'Dữ liệu cá nhân' } : row],
      )
    const { read, faults } = await catalogueOf(log)
    expect([shown(read, 'b'), shown(read, 'c'), shown(read, 'd')]).toEqual([undefined, undefined, 'D'])
    expect(places(faults()).sort()).toEqual([`${emptied} missing`, `${lost} missing`].sort())
  })

  it('is shown again once somebody put back what had been there', async () => {
    const log = fourPlans()
    const { contents } = log.source
    forge(log, log.rows[3]!.contentHash, '{broken')
    const { read, rebuild, faults } = await catalogueOf(log)
    expect(shown(read, 'a')).toBeUndefined()
    log.source.contents = contents
    await rebuild()
    expect([shown(read, 'a'), faults()]).toEqual(['A hai', []])
  })
})

describe('a row that is not as it was written', () => {
  it.each<[string, (row: Publication) => Publication]>([
    ['another content', (row) => ({ ...row, contentHash: 'f'.repeat(64) })],
    ['another address', (row) => ({ ...row, url: '/ke-hoach/noi-khac' })],
    ['another kind', (row) => ({ ...row, kind: 'withdrawn' })],
    ['another note', (row) => ({ ...row, changeNote: 'Không ai viết' })],
    ['another document', (row) => ({ ...row, document: 'b' })],
  ])('%s: its document is set aside', async (_, change) => {
    const log = fourPlans()
    log.rows[3] = change(log.rows[3]!)
    const { read, faults } = await catalogueOf(log)
    expect([shown(read, 'a'), shown(read, 'c'), shown(read, 'd')]).toEqual([undefined, 'C', 'D'])
    expect(places(faults())).toEqual(['#4 changed'])
  })

  it('is found by the row after it when its hash was made anew', async () => {
    const log = fourPlans()
    log.rows[1] = rehashed({ ...log.rows[1]!, contentHash: log.rows[2]!.contentHash })
    const { read, faults } = await catalogueOf(log)
    expect([shown(read, 'a'), shown(read, 'b'), shown(read, 'c')]).toEqual(['A hai', undefined, 'C'])
    expect(places(faults())).toEqual(['#2 replaced'])
  })

  it.each<Partial<Record<keyof Publication, unknown>>>([
    { at: '' },
    { at: 'hôm qua' },
    { at: 0 },
    { document: { toString: 1 } },
    { url: true },
    { edition: '1' },
    { contentHash: ['x'] },
  ])('holds %j under a hash that was made over it: it is set aside, and nothing else', async (held) => {
    const log = fourPlans()
    log.rows[1] = rehashed({ ...log.rows[1]!, ...held } as Publication)
    const { read, faults } = await catalogueOf(log)
    expect(['a', 'b', 'c', 'd'].map((key) => shown(read, key))).toEqual(['A hai', undefined, 'C', 'D'])
    expect(places(faults())).toContain('#2 changed')
  })

  it('that is gone keeps nothing else from being shown', async () => {
    const log = fourPlans()
    log.rows.splice(1, 1)
    const { read, faults, position } = await catalogueOf(log)
    expect([shown(read, 'b'), shown(read, 'c'), shown(read, 'd'), position()]).toEqual([undefined, 'C', 'D', 5])
    expect(places(faults())).toEqual(['#2 missing'])
  })

  it('with a number far away is read at once', async () => {
    const log = fourPlans()
    log.rows.push(rehashed({ ...log.rows[4]!, key: 'plans:z#1', document: 'z', seq: 2_000_000_000, prev: 'x' }))
    const { read, faults } = await catalogueOf(log)
    expect([shown(read, 'd'), places(faults())[0]]).toEqual(['D', '#6–#1999999999 missing'])
  })

  it('changes nothing of what other documents show, whatever was changed', async () => {
    const column = fc.constantFrom<keyof Publication>(...PUBLICATION_COLUMNS, 'hash', 'prev')
    const value = fc.constantFrom<unknown>('', 'x', null, 0, true, 'b', 'withdrawn', { toString: 1 })
    const wreck = fc.record({ place: fc.nat(4), column, value, rehash: fc.boolean() })
    await fc.assert(
      fc.asyncProperty(wreck, async ({ place, column, value, rehash }) => {
        const log = fourPlans()
        const before = log.rows[place]!
        const wrecked = { ...before, [column]: value } as Publication
        fc.pre(wrecked[column] !== before[column])
        const canHash = rehash && typeof value !== 'object' && column !== 'hash'
        log.rows[place] = canHash ? rehashed(wrecked) : wrecked
        const { read, close } = await catalogueOf(log)
        // A rechained row contradicts the previous one. It is unknown which of the two is wrong.
        const chainedAnew = canHash && column === 'prev' ? log.rows[place - 1]?.document : undefined
        const concerned = [before.document, wrecked.document, chainedAnew]
        const untouched = ['a', 'b', 'c', 'd'].filter(
          (key) => !concerned.includes(key) && !(typeof wrecked.key === 'string' && wrecked.key.includes(`:${key}#`)),
        )
        const titles: Record<string, string> = { a: 'A hai', b: 'B', c: 'C', d: 'D' }
        // No row follows the last one to reveal that it was replaced.
        if (!(canHash && place === 4))
          for (const key of untouched) expect([key, shown(read, key)]).toEqual([key, titles[key]])
        await close()
      }),
      { numRuns: 60 },
    )
  }, 120_000)
})

describe('a log that is prepared ahead', () => {
  it('comes whole and in its order, whatever is ready first', async () => {
    const { source } = fourPlans()
    let asked = 0
    const prepare = async (stretch: TrustedStretch) => {
      asked += 1
      // The earlier a stretch is requested, the later it is ready.
      for (let turns = 20 - 4 * stretch.head.seq; turns > 0; turns -= 1) await new Promise(setImmediate)
      return prepareStretch({ source, stretch, rules: RULES })
    }
    const seen: number[] = []
    for await (const { stretch } of preparedLog({ source, rules: RULES, slice: 1, prepare, ahead: 2 }))
      seen.push(stretch.head.seq)
    expect([seen, asked]).toEqual([[1, 2, 3, 4, 5], 5])
  })

  it('fails with what failed, and leaves no file', async () => {
    const { source } = fourPlans()
    const file = `${ownFolder()}/built.db`
    const prepare = (stretch: TrustedStretch) =>
      stretch.head.seq === 3 ? Promise.reject(new Error('gone')) : prepareStretch({ source, stretch, rules: RULES })
    const log = preparedLog({ source, rules: RULES, slice: 1, prepare, ahead: 1 })
    await expect(buildCatalogue({ file, fingerprint: 'x', rules: RULES, log })).rejects.toThrow('gone')
    expect(existsSync(file)).toBe(false)
  })
})

describe('a rebuild', () => {
  const opened = async (log: MemoryLog, dir: string, hold: { until?: Promise<void>; fails?: boolean }) => {
    const catalogue = openCatalogue({
      dir,
      rules: RULES,
      source: log.source,
      onChange: () => undefined,
      build: async (order) => {
        await hold.until
        if (hold.fails) {
          startFile(order.file).close()
          throw new Error('disk full')
        }
        return buildCatalogue({ ...order, log: preparedLog({ source: log.source, rules: RULES, slice: 2 }) })
      },
    })
    await catalogue.tail()
    return catalogue
  }

  it('goes on beside what is read, which changes at once from the whole old site to the whole new one', async () => {
    const hold: { until?: Promise<void> } = {}
    const [log, other] = [fourPlans(), fourPlans()]
    const catalogue = await opened(log, ownFolder(), hold)
    let go = () => {}
    hold.until = new Promise((resolve) => {
      go = resolve
    })
    const before = catalogue.file()
    other.append({ document: 'e' }, plan({ title: 'E' }))
    log.rows.splice(
      0,
      log.rows.length,
      ...other.rows.map((row) => rehashed({ ...row, at: '2026-03-03T00:00:00.000Z' })),
    )
    for (const [hash, content] of other.contents) log.contents.set(hash, content)
    for (let index = 1; index < log.rows.length; index += 1)
      log.rows[index] = rehashed({ ...log.rows[index]!, prev: log.rows[index - 1]!.hash })
    const tailing = catalogue.tail()
    await new Promise(setImmediate)
    expect(['a', 'd', 'e'].map((key) => shown(catalogue.read, key))).toEqual(['A hai', 'D', undefined])
    go()
    await tailing
    expect(['a', 'd', 'e'].map((key) => shown(catalogue.read, key))).toEqual(['A hai', 'D', 'E'])
    expect([existsSync(before), catalogue.faults()]).toEqual([false, []])
    await catalogue.close()
  })

  it('is not begun again and again when the log never fits what was made of it', async () => {
    const log = fourPlans()
    let builds = 0
    log.source.last = async () => 1_000_000
    const catalogue = openCatalogue({
      dir: ownFolder(),
      rules: RULES,
      source: log.source,
      onChange: () => undefined,
      build: async (order) => {
        builds += 1
        return buildCatalogue({ ...order, log: preparedLog({ source: log.source, rules: RULES }) })
      },
    })
    for (let round = 0; round < 10; round += 1) await catalogue.tail()
    expect([builds, shown(catalogue.read, 'a')]).toEqual([3, 'A hai'])
    await catalogue.close()
  })

  it('that fails leaves what is read as it is', async () => {
    const hold: { fails?: boolean } = {}
    const log = fourPlans()
    const catalogue = await opened(log, ownFolder(), hold)
    hold.fails = true
    await expect(catalogue.rebuild()).rejects.toThrow('disk full')
    expect(readdirSync(path.dirname(catalogue.file())).filter((name) => name.endsWith('.db'))).toHaveLength(1)
    log.append({ document: 'e' }, plan({ title: 'E' }))
    await catalogue.tail()
    expect(['a', 'e'].map((key) => shown(catalogue.read, key))).toEqual(['A hai', 'E'])
    await catalogue.close()
  })

  it('that was broken off is not taken for whole at the next start', async () => {
    const log = fourPlans()
    const dir = ownFolder()
    const first = await opened(log, dir, {})
    const left = `${dir}/catalogue.2.db`
    let stop = false
    const { contents } = log.source
    log.source.contents = async (hashes) => {
      stop = true
      return contents(hashes)
    }
    await buildCatalogue({
      file: left,
      fingerprint: 'x',
      rules: RULES,
      log: preparedLog({ source: log.source, rules: RULES, slice: 1 }),
      stopped: () => stop,
    })
    expect(existsSync(left)).toBe(false)
    startFile(left).close()
    await first.close()
    const again = await opened(log, dir, {})
    expect([shown(again.read, 'a'), again.file().endsWith('.2.db'), existsSync(left)]).toEqual(['A hai', false, false])
    await again.close()
  })
})
