import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Catalogue } from '../../plugins/delivery/readCatalogue.ts'
import type { PublicationKind } from '../../plugins/publications/index.ts'
import { catalogueOf, ownFolder } from './support/catalogue.ts'
import { LATEST, listed, NOW } from './support/listing.ts'
import { memoryLog, plan, RULES } from './support/log.ts'

/** Everything a reader can observe, without ids of rows. */
const seen = (read: Catalogue) => ({
  log: read.log(0, 1000),
  documents: listed(read).map((key) => {
    const document = read.byKey('plans', key, NOW)!
    return {
      state: document.state,
      locales: document.locales,
      whole: read.whole(document),
      editions: read.editions(document),
      provenance: read.provenance(document),
      incoming: read.incoming(document, NOW).map(({ type, from }) => [type, from.state.document]),
    }
  }),
})

describe('what the log says is what the public sees', () => {
  it('shows an edition once it is published, and the next one in its place', async () => {
    const log = memoryLog()
    log.append({ document: 'a' }, plan({ title: 'Một' }))
    const { read, tail } = await catalogueOf(log)
    expect(read.light(read.byKey('plans', 'a', NOW)!, 'vi').title).toBe('Một')
    const first = log.rows[0]!
    log.append({ document: 'a', edition: 2, changeNote: 'Sửa tên' }, plan({ title: 'Hai' }))
    await tail()
    const document = read.byKey('plans', 'a', NOW)!
    expect(read.light(document, 'vi').title).toBe('Hai')
    expect(document.state).toMatchObject({ edition: 2, publishedAt: first.at, updatedAt: log.rows[1]!.at })
    expect(read.editions(document).map(({ edition, note }) => [edition, note])).toEqual([
      [2, 'Sửa tên'],
      [1, null],
    ])
  })

  it('shows nothing of a withdrawn document but its notice, and the same edition when it is restored', async () => {
    const log = memoryLog()
    const { contentHash } = log.append({ document: 'a' }, plan({ title: 'Một' }))
    log.append({ document: 'a', kind: 'withdrawn', changeNote: 'Nhầm số liệu', contentHash })
    const { read, tail } = await catalogueOf(log)
    expect(read.byKey('plans', 'a', NOW)).toBeUndefined()
    expect(read.byAddress('plans', { slug: 'a' }, NOW)).toBeUndefined()
    expect(listed(read)).toEqual([])
    expect(read.log(1, 1)[0]).toMatchObject({ kind: 'withdrawn', note: 'Nhầm số liệu' })
    log.append({ document: 'a', kind: 'restored', contentHash })
    await tail()
    expect(read.byKey('plans', 'a', NOW)!.state).toMatchObject({ edition: 1, updatedAt: log.rows[0]!.at, ended: null })
  })

  it('finds a document by every address it ever had', async () => {
    const log = memoryLog()
    log.append({ document: 'a', slug: 'ten-cu' }, plan({ title: 'Một' }))
    log.append({ document: 'a', slug: 'ten-moi', edition: 2 }, plan({ title: 'Một', slug: 'ten-moi' }))
    const { read } = await catalogueOf(log)
    for (const address of [{ slug: 'ten-cu' }, { slug: 'ten-moi' }, { url: '/ke-hoach/ten-cu' }])
      expect(read.byAddress('plans', address, NOW)?.state.url).toBe('/ke-hoach/ten-moi')
  })

  it('leaves out what is not marked public any more, whatever editions hold', async () => {
    const log = memoryLog()
    log.append({ document: 'a' }, plan({ title: 'Một', secret: 'CANARY', summary: { '@vi': 'Tóm tắt' } }))
    const { read } = await catalogueOf(log)
    expect(JSON.stringify(seen(read))).toContain('Tóm tắt')
    expect(JSON.stringify(seen(read))).not.toContain('CANARY')
    expect(listed(read, { match: read.finder.match('canary') })).toEqual([])
  })

  it('drops links that run code, in rich text and in fields that hold an address', async () => {
    const log = memoryLog()
    const body = { html: '<p onclick="x">a<script>x</script></p>', lexical: { root: { type: 'root', children: [] } } }
    log.append({ document: 'a' }, plan({ title: 'Một', siteUrl: 'javascript:alert(1)', body: { '@vi': body } }))
    log.append({ document: 'b' }, plan({ title: 'Hai', siteUrl: 'https://example.vn' }))
    const { read } = await catalogueOf(log)
    const fieldsOf = (key: string) => read.whole(read.byKey('plans', key, NOW)!)
    expect(JSON.stringify(fieldsOf('a'))).not.toMatch(/javascript|onclick|<script/)
    expect(fieldsOf('b').siteUrl).toBe('https://example.vn')
  })

  it('keeps a document out of sight from the midnight after its last day in Viet Nam', async () => {
    const log = memoryLog()
    log.append({ document: 'a' }, plan({ title: 'Một', expiresOn: '2026-05-31' }))
    const { read } = await catalogueOf(log)
    const [before, after] = ['2026-05-31T16:59:59.999Z', '2026-05-31T17:00:00.000Z'] as const
    expect([listed(read, {}, LATEST, before), read.byKey('plans', 'a', before)?.state.document]).toEqual([['a'], 'a'])
    expect(read.nextExpiry(before)).toBe(after)
    expect([listed(read, {}, LATEST, after), read.byKey('plans', 'a', after)]).toEqual([[], undefined])
  })

  it('serves a file only while a live edition shows it', async () => {
    const log = memoryLog()
    const file = { sha256: 'f'.repeat(64), filename: 'a.pdf', mimeType: 'application/pdf', size: 3 }
    const shown = (read: Catalogue) => read.shownFile(file.sha256, 'a.pdf', NOW)?.mime
    const { contentHash } = log.append({ document: 'a' }, plan({ title: 'Một', files: [file] }))
    log.append({ document: 'b' }, plan({ title: 'Hai', files: [file] }))
    const { read, tail } = await catalogueOf(log)
    expect(shown(read)).toBe('application/pdf')
    expect(read.shownFile(file.sha256, 'b.pdf', NOW)).toBeUndefined()
    log.append({ document: 'a', kind: 'withdrawn', contentHash })
    await tail()
    expect(shown(read)).toBe('application/pdf')
    log.append({ document: 'b', edition: 2 }, plan({ title: 'Hai' }))
    await tail()
    expect(shown(read)).toBeUndefined()
  })

  it('tells a relation from both ends, among live documents only', async () => {
    const log = memoryLog()
    log.append({ document: 'old' }, plan({ title: 'Cũ' }))
    const relation = { type: 'replaces', target: { collection: 'plans', key: 'old' } }
    const { contentHash } = log.append({ document: 'new' }, plan({ title: 'Mới', relations: [relation] }))
    const { read, tail } = await catalogueOf(log)
    const incoming = () => read.incoming(read.byKey('plans', 'old', NOW)!, NOW).map(({ from }) => from.state.document)
    expect(incoming()).toEqual(['new'])
    log.append({ document: 'new', kind: 'withdrawn', contentHash })
    await tail()
    expect(incoming()).toEqual([])
  })

  it('leads from a redirected address to another one, and gives it to nobody else', async () => {
    const log = memoryLog()
    const { contentHash } = log.append({ document: 'a' }, plan({ title: 'Một' }))
    log.append({ document: 'b' }, plan({ title: 'Hai' }))
    log.append({ document: 'a', kind: 'redirected', url: '/ke-hoach/b', contentHash })
    const { read } = await catalogueOf(log)
    expect(listed(read)).toEqual(['b'])
    expect(read.stateOf(read.holderAt('/ke-hoach/a')!)?.state.ended).toMatchObject({
      kind: 'redirected',
      to: '/ke-hoach/b',
    })
    expect(read.byAddress('plans', { url: '/ke-hoach/b' }, NOW)?.state.document).toBe('b')
  })
})

describe('the file', () => {
  const kinds: PublicationKind[] = [
    'published',
    'corrected',
    'withdrawn',
    'restored',
    'expired',
    'redirected',
    'ratified',
    'term',
  ]
  const steps = fc.array(
    fc.record({
      document: fc.constantFrom('a', 'b', 'c'),
      kind: fc.constantFrom(...kinds),
      title: fc.constantFrom('Một', 'Hai', 'Ba'),
      edition: fc.integer({ min: 1, max: 3 }),
    }),
    { maxLength: 25 },
  )

  it('ends the same whether it followed the log row by row or was rebuilt from it', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (given) => {
        const log = memoryLog()
        const followed = await catalogueOf(log)
        for (const { title, ...step } of given) {
          log.append(step, plan({ title }))
          await followed.tail()
        }
        const rebuilt = await catalogueOf(log)
        expect(seen(followed.read)).toEqual(seen(rebuilt.read))
        await Promise.all([followed.close(), rebuilt.close()])
      }),
      { numRuns: 25 },
    )
  }, 60_000)

  it('is kept over a restart, and made anew when it is broken or other rules made it', async () => {
    const log = memoryLog()
    log.append({ document: 'a' }, plan({ title: 'Một', summary: 'x' }))
    const dir = ownFolder()
    let file = ''
    const again = async (rules = RULES) => {
      const opened = await catalogueOf(log, { dir, rules })
      file = opened.file()
      await opened.close()
      return opened.followed[0]!.rows
    }
    expect([await again(), await again()]).toEqual([1, 0])
    rmSync(`${file}-wal`, { force: true })
    writeFileSync(file, 'no database'.repeat(1000))
    expect([await again(), await again()]).toEqual([1, 0])
    const { summary: _, ...shape } = RULES.plans!.shape
    expect(await again({ plans: { ...RULES.plans!, shape } })).toBe(1)
  })

  it('is made anew when the log is not the one it was made from', async () => {
    const [log, other] = [memoryLog(), memoryLog()]
    log.append({ document: 'a' }, plan({ title: 'Một' }))
    log.append({ document: 'b' }, plan({ title: 'Hai' }))
    const dir = ownFolder()
    const { close, read } = await catalogueOf(log, { dir })
    expect(listed(read)).toEqual(['b', 'a'])
    await close()
    other.append({ document: 'z' }, plan({ title: 'Khác' }))
    const opened = await catalogueOf(other, { dir })
    expect(opened.followed[0]).toMatchObject({ rebuilt: true, rows: 1 })
    expect(listed(opened.read)).toEqual(['z'])
  })

  it('shows nothing of the log before when it is made anew under a reader', async () => {
    const log = memoryLog()
    log.append({ document: 'a' }, plan({ title: 'Một' }))
    const { read, tail } = await catalogueOf(log)
    const title = () => read.light(read.byKey('plans', 'a', NOW)!, 'vi').title
    expect(title()).toBe('Một')
    log.rows.length = 0
    log.append({ document: 'a' }, plan({ title: 'Khác' }))
    await tail()
    expect(title()).toBe('Khác')
  })

  it('misses nothing that is appended after the last row was read and before that run ends', async () => {
    const log = memoryLog()
    log.append({ document: 'a' }, plan({ title: 'Một' }))
    const { read, tail } = await catalogueOf(log)
    const { rows } = log.source
    let meanwhile: Promise<void> | undefined
    log.source.rows = async (after, limit) => {
      const found = await rows(after, limit)
      if (!meanwhile) {
        log.append({ document: 'b' }, plan({ title: 'Hai' }))
        meanwhile = tail()
      }
      return found
    }
    await tail()
    await meanwhile
    expect(listed(read)).toEqual(['b', 'a'])
  })

  it('has one writer: a second process in the folder takes a file of its own', async () => {
    const log = memoryLog()
    log.append({ document: 'a' }, plan({ title: 'Một' }))
    const dir = ownFolder()
    const [first, second] = [await catalogueOf(log, { dir }), await catalogueOf(log, { dir })]
    const placeOf = ({ file }: { file: () => string }) => path.basename(file()).split('.', 1)[0]
    expect([first, second].map(placeOf)).toEqual(['catalogue', 'catalogue-2'])
    expect(listed(second.read)).toEqual(['a'])
    await first.close()
    expect(placeOf(await catalogueOf(log, { dir }))).toBe('catalogue')
    expect(readdirSync(dir).filter((name) => name.endsWith('.db'))).toHaveLength(2)
  })

  it('keeps what it has when the log cannot be read, and says so', async () => {
    const log = memoryLog()
    log.append({ document: 'a' }, plan({ title: 'Một' }))
    const { read, tail } = await catalogueOf(log)
    const { rows } = log.source
    log.source.rows = () => Promise.reject(new Error('database down'))
    await expect(tail()).rejects.toThrow('database down')
    expect(listed(read)).toEqual(['a'])
    log.source.rows = rows
    log.append({ document: 'b' }, plan({ title: 'Hai' }))
    await tail()
    expect(listed(read)).toEqual(['b', 'a'])
  })

  it('lets other work through while it catches up, and misses nothing that is appended meanwhile', async () => {
    const log = memoryLog()
    for (let n = 0; n < 200; n += 1) log.append({ document: `d${n}` }, plan({ title: `Số ${n}` }))
    let turns = 0
    const counting = setInterval(() => {
      turns += 1
    }, 0)
    const opening = catalogueOf(log)
    log.append({ document: 'late' }, plan({ title: 'Muộn' }))
    const { read, position } = await opening
    clearInterval(counting)
    expect(turns).toBeGreaterThan(0)
    expect([position(), read.byKey('plans', 'late', NOW)?.state.document]).toEqual([201, 'late'])
  })
})
