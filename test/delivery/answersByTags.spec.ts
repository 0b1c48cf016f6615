import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { QUESTIONS, type Step, smallPortal, steps } from './support/smallPortal.ts'

const published = (document: string, fields: Step['fields'] = {}, more: Partial<Step> = {}): Step => ({
  document,
  ...more,
  fields: { title: { '@vi': `Văn bản ${document}` }, ...fields },
})

describe('an answer that was kept', () => {
  it('equals one made afresh, whatever is published between any questions', async () => {
    const acts = fc.array(
      fc.oneof(
        { weight: 8, arbitrary: fc.array(steps, { minLength: 1, maxLength: 3 }) },
        { weight: 1, arbitrary: fc.constant('visit' as const) },
        { weight: 1, arbitrary: fc.constant('days' as const) },
      ),
      { minLength: 1, maxLength: 12 },
    )
    await fc.assert(
      fc.asyncProperty(acts, async (given) => {
        const portal = await smallPortal()
        try {
          for (const act of given) {
            if (act === 'visit') portal.visit()
            else if (act === 'days') portal.passTime(20)
            else await portal.publish(act)
            expect(await portal.differences(QUESTIONS)).toEqual([])
          }
        } finally {
          await portal.close()
        }
      }),
      { numRuns: 20 },
    )
  }, 120_000)

  // Each kind of tag with it left out: the property above would be worth nothing if it passed all the same.
  it.each([
    'log',
    'words',
    'documents',
    'document ',
    'url ',
    'slug ',
    'legacy ',
    'relations ',
    'term ',
    'terms ',
    'place ',
    'text ',
  ])(
    'would be an old one without the tag “%s”',
    async (forgotten) => {
      const runs = fc.sample(fc.array(steps, { minLength: 12, maxLength: 12 }), { numRuns: 60, seed: 7 })
      let found = 0
      for (const run of runs) {
        const portal = await smallPortal((tag) => tag !== forgotten && !tag.startsWith(forgotten))
        for (const step of run) {
          await portal.publish([step])
          found += (await portal.differences(QUESTIONS)).length
          if (found) break
        }
        await portal.close()
        if (found) break
      }
      expect(found).toBeGreaterThan(0)
    },
    120_000,
  )
})

describe('a publication drops', () => {
  const tag = (key: string) => ({ collection: 'tags', key, title: { '@vi': key } })
  const opened = async () => {
    const portal = await smallPortal()
    onTestFinished(portal.close)
    await portal.publish([published('a', { tags: [tag('x')] }), published('b', { tags: [tag('y')] })])
    return portal
  }
  /** Which of some questions are answered anew after something happened. */
  const dropped = async (
    portal: Awaited<ReturnType<typeof opened>>,
    questions: readonly string[],
    act: () => Promise<void> | void,
  ) => {
    await portal.differences(questions)
    await act()
    const anew: string[] = []
    for (const question of questions) {
      const before = portal.made()
      await portal.differences([question])
      if (portal.made() > before) anew.push(question)
    }
    return anew
  }
  const LISTS = ['{ plans { totalDocs } }', '{ plans(filter: { tag: "x" }) { totalDocs } }']
  const OTHERS = [
    '{ plan(id: "b") { title } }',
    '{ plan(slug: "b") { title } }',
    '{ plans(filter: { tag: "y" }) { docs { title } } }',
    '{ stories { totalDocs } }',
    '{ removed(url: "/ke-hoach/q") { kind } }',
    '{ site { name } }',
  ]

  it('the lists that a new document is in, and no other', async () => {
    const portal = await opened()
    const act = () => portal.publish([published('c', { tags: [tag('x')] })])
    expect(await dropped(portal, [...LISTS, ...OTHERS], act)).toEqual(LISTS)
  })

  it('no list that does not show it, when it is corrected in place', async () => {
    const portal = await opened()
    const act = () => portal.publish([published('a', { tags: [tag('x')] }, { kind: 'corrected', edition: 2 })])
    const shown = [
      '{ plan(id: "a") { title } }',
      '{ plans { docs { title } } }',
      '{ plans(sort: "-updatedAt") { totalDocs } }',
    ]
    const first = '{ plans(limit: 1, sort: "-title") { totalDocs docs { id } } }'
    expect(await dropped(portal, [...shown, first, ...OTHERS], act)).toEqual(shown)
  })

  it('what shows a word of reference data, when that is renamed', async () => {
    const portal = await opened()
    const shown = ['{ plan(id: "a") { tags { title } } }', '{ tags { title } }']
    const term = published('x', {}, { collection: 'tags', kind: 'term', url: '', slug: '' })
    expect(await dropped(portal, [...shown, ...LISTS, ...OTHERS], () => portal.publish([term]))).toEqual(shown)
  })

  it('nothing when somebody visits, but what shows the visits', async () => {
    const portal = await opened()
    const shown = '{ visitStats { total } }'
    expect(await dropped(portal, [shown, ...LISTS, ...OTHERS], portal.visit)).toEqual([shown])
  })
})
