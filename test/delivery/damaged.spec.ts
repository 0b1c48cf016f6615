import { closeSync, openSync, rmSync, statSync, truncateSync, writeSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openSql } from '../../plugins/delivery/catalogue/sql.ts'
import type { Catalogue } from '../../plugins/delivery/readCatalogue.ts'
import { catalogueOf, ownFolder } from './support/catalogue.ts'
import { LATEST, NOW } from './support/listing.ts'
import { memoryLog, plan } from './support/log.ts'

const PAGE = 4096
const DOCUMENTS = 400

const manyPlans = () => {
  const log = memoryLog()
  for (let n = 0; n < DOCUMENTS; n += 1)
    log.append(
      { document: `d${n}` },
      plan({ title: `Kế hoạch số ${n}`, summary: 'Nội dung của kế hoạch. '.repeat(20) }),
    )
  return log
}

/** Everything that a list shows, from the file and not from what was read before. */
const read = (catalogue: Catalogue) => {
  catalogue.forget('everything')
  const { documents, total } = catalogue.list({
    ...{ collection: 'plans', filter: { facets: {} }, sort: LATEST, limit: DOCUMENTS, from: { offset: 0 }, now: NOW },
  })
  return { total, titles: documents.map((document) => catalogue.light(document, 'vi').title).sort() }
}

/** Overwrites whole pages of a file in the middle. */
const overwrite = (file: string, pages: readonly number[]) => {
  const handle = openSync(file, 'r+')
  const all = Math.floor(statSync(file).size / PAGE)
  for (const page of pages) writeSync(handle, Buffer.alloc(PAGE, 0xa7), 0, PAGE, (page % all) * PAGE)
  closeSync(handle)
}

const HARMS: [string, (file: string) => void][] = [
  ['is empty', (file) => truncateSync(file, 0)],
  ['was cut off in the middle', (file) => truncateSync(file, Math.floor(statSync(file).size / 2))],
  ['was cut off within a page', (file) => truncateSync(file, Math.floor(statSync(file).size / 3) + 17)],
  ['begins with something else', (file) => overwrite(file, [0])],
  [
    'is a database of another program',
    (file) => {
      rmSync(file)
      const other = openSql(file)
      other.script('CREATE TABLE meta (name TEXT, value TEXT); CREATE TABLE songs (title TEXT)')
      other.close()
    },
  ],
]

describe('a catalogue whose file', () => {
  it.each(HARMS)('%s at the start is built anew, and everything is shown', async (_, harm) => {
    const log = manyPlans()
    const dir = ownFolder()
    const before = await catalogueOf(log, { dir })
    const shown = read(before.read)
    await before.close()
    harm(before.file())
    const after = await catalogueOf(log, { dir })
    expect(after.isReady()).toBe(true)
    expect(read(after.read)).toEqual(shown)
  })

  it('was overwritten anywhere heals itself, over a restart and while it is read', async () => {
    const log = manyPlans()
    const sound = read((await catalogueOf(log)).read)
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(), { minLength: 1, maxLength: 4 }), fc.boolean(), async (pages, open) => {
        const dir = ownFolder()
        let catalogue = await catalogueOf(log, { dir })
        const restart = async () => {
          await catalogue.close()
          catalogue = await catalogueOf(log, { dir })
        }
        if (open) await restart()
        else await catalogue.close()
        overwrite(catalogue.file(), pages)
        if (!open) catalogue = await catalogueOf(log, { dir })
        // Damage that nobody reads does no harm; what is met must not last.
        await expect
          .poll(() => {
            try {
              return read(catalogue.read)
            } catch {
              return undefined
            }
          })
          .toEqual(sound)
        await catalogue.close()
      }),
      { numRuns: 12, seed: 11 },
    )
  }, 120_000)

  it('is damaged is told of once, and built anew once, however many readers meet it', async () => {
    const log = manyPlans()
    const dir = ownFolder()
    const told: unknown[] = []
    const catalogue = await catalogueOf(log, { dir, onDamage: (error) => told.push(error) })
    const error = Object.assign(new Error('database disk image is malformed'), { code: 'SQLITE_CORRUPT' })
    const built = catalogue.followed.length
    for (let n = 0; n < 20; n += 1) catalogue.heal(error)
    await expect.poll(() => catalogue.followed.length).toBe(built + 1)
    await catalogue.tail()
    expect(told).toEqual([error])
    expect(catalogue.followed.filter(({ rebuilt }) => rebuilt)).toHaveLength(2)
  })

  it('is damaged while the log cannot be read serves what is sound, and heals when the log is back', async () => {
    const log = manyPlans()
    const dir = ownFolder()
    const catalogue = await catalogueOf(log, { dir })
    const { rows } = log.source
    log.source.rows = () => Promise.reject(new Error('database down'))
    catalogue.heal(new SyntaxError('Unexpected token'))
    await expect(catalogue.tail()).rejects.toThrow('database down')
    expect(read(catalogue.read).total).toBe(DOCUMENTS)
    log.source.rows = rows
    await catalogue.tail()
    expect(read(catalogue.read).total).toBe(DOCUMENTS)
  })
})
