import fc from 'fast-check'
import { expect, it } from 'vitest'
import { groupsOf } from './home.tsx'

it('parts of the home page stand side by side between bands', () => {
  expect(groupsOf(['notices', 'directives', 'videos', 'bulletins', 'topics', 'visits'])).toEqual([
    ['notices', 'directives'],
    ['videos'],
    ['bulletins', 'topics'],
  ])
  expect(groupsOf(['videos', 'topics'])).toEqual([['videos'], ['topics']])
})

it('every part that the website knows stands there once, in the order that editors chose', () => {
  const known = ['notices', 'directives', 'videos', 'bulletins', 'topics']
  fc.assert(
    fc.property(fc.shuffledSubarray([...known, 'visits', 'constructor', 'unknown']), (names) => {
      expect(groupsOf(names).flat()).toEqual(names.filter((name) => known.includes(name)))
    }),
  )
})
