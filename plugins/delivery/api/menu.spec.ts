import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type MenuPage, pagesInMenu } from './menu.ts'

const page = (key: string, under?: string, order?: number): MenuPage => ({
  key,
  label: key.toUpperCase(),
  url: `/trang/${key}`,
  order,
  under,
})
const keys = (pages: MenuPage[]) =>
  pagesInMenu(pages).map(({ url, children }) => [url.slice(7), ...children.map((child) => child.url.slice(7))])

describe('pages in the menu', () => {
  it('stand in their order, those without one last, in the order given', () => {
    expect(keys([page('c'), page('b', undefined, 20), page('d'), page('a', undefined, 3)])).toEqual([
      ['a'],
      ['b'],
      ['c'],
      ['d'],
    ])
  })

  it('stand below the page that they name, in their order', () => {
    expect(keys([page('lich', 'sotp', 2), page('sotp'), page('so-do', 'sotp', 1)])).toEqual([['sotp', 'so-do', 'lich']])
  })

  it('stand below the outermost page when there are more than two levels', () => {
    expect(keys([page('a'), page('b', 'a'), page('c', 'b')])).toEqual([['a', 'b', 'c']])
  })

  it('are entries of their own under a page that is not in the menu, under themselves and in a circle', () => {
    expect(keys([page('a', 'gone'), page('b', 'b'), page('c', 'd'), page('d', 'c'), page('e', 'd')])).toEqual([
      ['a'],
      ['b'],
      ['c'],
      ['d'],
      ['e'],
    ])
  })

  it('stand there once each, on two levels, whatever they name', () => {
    const some = fc.uniqueArray(
      fc.record({
        key: fc.constantFrom(...'abcdefghij'),
        under: fc.option(fc.constantFrom(...'abcdefghijk'), { nil: undefined }),
        order: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
      }),
      { selector: ({ key }) => key },
    )
    fc.assert(
      fc.property(some, (rows) => {
        const pages = rows.map(({ key, under, order }) => page(key, under, order))
        const entries = pagesInMenu(pages)
        expect(entries.flatMap(({ url, children }) => [url, ...children.map((child) => child.url)]).sort()).toEqual(
          pages.map(({ url }) => url).sort(),
        )
        expect(entries.flatMap(({ children }) => children.flatMap((child) => child.children))).toEqual([])
      }),
    )
  })
})
