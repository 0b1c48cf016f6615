import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Facts, instantOf, manifestText, nameOf, readManifest } from './manifest.ts'

const HASH = 'a'.repeat(64)
const manifest: Facts = {
  format: 1,
  at: '2026-12-01T18:30:00.000Z',
  version: '0.1.0',
  schema: '20261201_004727_webhooks',
  instance: 'one',
  database: 'SQLite',
  secret: HASH,
  rows: { 'users.jsonl.gz': 9 },
  files: { 'users.jsonl.gz': HASH, 'anchors/2026-12-01T18-30-00-000Z.json': HASH },
  media: { files: 2, bytes: 12 },
}

describe('a manifest', () => {
  it('is read as it was written', () => {
    expect(readManifest(manifestText(manifest))).toEqual({ manifest })
  })

  it('is damaged when any sign of it is another', () => {
    const text = manifestText(manifest)
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom('0', 'f', 'Z', '"'), (at, sign) => {
        const changed = text.slice(0, at) + sign + text.slice(at + 1)
        const read = readManifest(changed)
        // Space between the facts says nothing.
        if ('manifest' in read) expect(read.manifest).toEqual(manifest)
        else expect(['damaged', 'format']).toContain(read.fault)
      }),
    )
  })

  it('of another version says so', () => {
    expect(readManifest('{"format":2}')).toEqual({ fault: 'format' })
  })

  it('names no file outside of its folder', () => {
    for (const name of ['../users.jsonl.gz', '/etc/passwd', 'a/b/c', '..', 'anchors/../x', 'anchors/.x']) {
      const text = manifestText({ ...manifest, files: { [name]: HASH } })
      expect([name, readManifest(text)]).toEqual([name, { fault: 'damaged' }])
    }
  })

  it('gives an answer to any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(readManifest(text)).toHaveProperty('fault')
      }),
    )
  })
})

describe('the name of a backup', () => {
  it('is its instant, and nothing else is a name', () => {
    const date = fc.date({ min: new Date(0), max: new Date('9999-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(date, (at) => {
        expect(instantOf(nameOf(at))).toEqual(at)
      }),
    )
    for (const name of ['media', '2026-12-01', '2026-99-01T18-30-00-000Z', '2026-12-01T18-30-00-000Z.part'])
      expect(instantOf(name)).toBeUndefined()
  })
})
