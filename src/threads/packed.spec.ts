import fc from 'fast-check'
import { expect, it } from 'vitest'
import { packed, unpacked } from './packed.ts'

it('gives a result back as it was', () => {
  const ranked = fc.array(fc.record({ id: fc.nat(), score: fc.double({ noNaN: true }), inTitle: fc.boolean() }), {
    maxLength: 30,
  })
  fc.assert(
    fc.property(ranked, fc.nat(), fc.boolean(), (documents, total, loose) => {
      const result = { ranked: documents, total, loose, parts: [] }
      expect(unpacked(structuredClone(packed(result).packed))).toEqual(result)
    }),
  )
})
