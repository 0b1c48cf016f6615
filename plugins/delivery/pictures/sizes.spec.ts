import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EXTENSIONS, nameOfSize, sizesOf } from './sizes.ts'

const WIDTHS = [300, 700, 1400]
const shown = (width: number, height: number) =>
  sizesOf({ width, height }, WIDTHS).map((size) => `${nameOfSize(size)} ${size.width}x${size.height}`)

describe('the versions of a picture', () => {
  it('are smaller ones in each format, in its proportions', () => {
    expect(shown(2800, 1401)).toEqual([
      '300.avif 300x150',
      '300.webp 300x150',
      '300.jpg 300x150',
      '700.avif 700x350',
      '700.webp 700x350',
      '700.jpg 700x350',
      '1400.avif 1400x701',
      '1400.webp 1400x701',
      '1400.jpg 1400x701',
    ])
  })

  it('include its own width when that is not larger than all of them', () => {
    expect(shown(500, 500).map((line) => line.split(' ')[1])).toEqual(
      ['300x300', '500x500'].flatMap((size) => [size, size, size]),
    )
    expect(shown(120, 3)[0]).toBe('120.avif 120x3')
  })

  it('are none of what has no dimensions', () => {
    expect(sizesOf({}, WIDTHS)).toEqual([])
    expect(sizesOf({ width: 0, height: 10 }, WIDTHS)).toEqual([])
  })

  it('are never larger than the picture, are named once each, and keep at least one pixel', () => {
    const length = fc.integer({ min: 1, max: 20_000 })
    fc.assert(
      fc.property(length, length, fc.array(length, { maxLength: 6 }), (width, height, widths) => {
        const sizes = sizesOf({ width, height }, widths)
        expect(new Set(sizes.map(nameOfSize)).size).toBe(sizes.length)
        expect(sizes.length % EXTENSIONS.length).toBe(0)
        for (const size of sizes) {
          expect(size.width).toBeLessThanOrEqual(width)
          expect(size.height).toBeGreaterThanOrEqual(1)
          expect(Math.abs(size.height - (size.width * height) / width)).toBeLessThanOrEqual(1)
        }
      }),
    )
  })
})
