import { describe, expect, it } from 'vitest'
import { beginsVisit } from './visits.ts'

const SITE = 'https://phapluat.example.vn'
const browser = { 'user-agent': 'Mozilla/5.0', 'sec-fetch-mode': 'navigate', 'sec-fetch-site': 'none' }

describe('a visit', () => {
  it.each([
    ['somebody who types the address', {}, true],
    ['somebody who comes from a search engine', { referer: 'https://search.example/' }, true],
    ['somebody who goes on within the website', { referer: `${SITE}/van-ban` }, false],
    ['a page of the same origin, whatever it is called', { 'sec-fetch-site': 'same-origin' }, false],
    ['a page that is fetched ahead', { 'sec-purpose': 'prefetch' }, false],
    ['a script', { 'sec-fetch-mode': 'cors' }, false],
    ['a page that is asked for again', { 'if-none-match': '"x"' }, false],
    ['a referer that is no address', { referer: 'x' }, true],
    ['no browser', { 'user-agent': undefined }, false],
  ])('by %s: %j', (_, headers, begins) => {
    expect(beginsVisit({ ...browser, ...headers }, SITE)).toBe(begins)
  })
})
