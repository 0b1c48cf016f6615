import { describe, expect, it } from 'vitest'
import { watchIdleWork } from './idleWork.ts'

/** A fake browser that becomes idle on demand. */
const browser = () => {
  const asked = new Map<number, IdleRequestCallback>()
  let last = 0
  const page = {
    requestIdleCallback: (work: IdleRequestCallback) => {
      last += 1
      asked.set(last, work)
      return last
    },
    cancelIdleCallback: (handle: number) => {
      asked.delete(handle)
    },
  }
  const becomesIdle = () => {
    for (const [handle, work] of [...asked]) {
      asked.delete(handle)
      work({ didTimeout: false, timeRemaining: () => 10 })
    }
  }
  return { page, becomesIdle }
}

describe('work that waits for an idle browser', () => {
  it('is done when it is hurried, once, in its order', () => {
    const { page, becomesIdle } = browser()
    const work = watchIdleWork(page)
    const done: string[] = []
    page.requestIdleCallback(() => done.push('a'))
    page.requestIdleCallback(() => done.push('b'))
    expect([work.waits(), done]).toEqual([true, []])
    work.hurry()
    becomesIdle()
    expect([work.waits(), done]).toEqual([false, ['a', 'b']])
  })

  it('is done by the browser when nobody hurries it', () => {
    const { page, becomesIdle } = browser()
    const work = watchIdleWork(page)
    const done: string[] = []
    page.requestIdleCallback(() => done.push('a'))
    becomesIdle()
    work.hurry()
    expect([work.waits(), done]).toEqual([false, ['a']])
  })

  it('is not done when it was taken back', () => {
    const { page, becomesIdle } = browser()
    const work = watchIdleWork(page)
    const done: string[] = []
    page.cancelIdleCallback(page.requestIdleCallback(() => done.push('a')))
    work.hurry()
    becomesIdle()
    expect([work.waits(), done]).toEqual([false, []])
  })

  it('may ask for more, which waits', () => {
    const { page } = browser()
    const work = watchIdleWork(page)
    page.requestIdleCallback(() => page.requestIdleCallback(() => undefined))
    work.hurry()
    expect(work.waits()).toBe(true)
  })
})
