import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { limitedForgetting } from './limitedForgetting.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const start = () => {
  const forget = vi.fn()
  return { forget, ...limitedForgetting({ ms: 1000, burst: 3, forget }) }
}

it('forgets nothing that nobody shown for', () => {
  const { forget, changed } = start()
  for (let n = 0; n < 10; n += 1) changed()
  expect(forget).not.toHaveBeenCalled()
})

it('forgets at once now and then, and once a second when it changes all the time', () => {
  const { forget, shown, changed, stop } = start()
  for (let n = 0; n < 100; n += 1) {
    shown()
    changed()
  }
  expect(forget).toHaveBeenCalledTimes(3)
  for (let second = 1; second <= 4; second += 1) {
    shown()
    vi.advanceTimersByTime(1000)
    changed()
    expect(forget).toHaveBeenCalledTimes(3 + second)
  }
  stop()
})

it('never leaves an old number standing: the last change is told though nothing changes after it', () => {
  const { forget, shown, changed } = start()
  for (let n = 0; n < 4; n += 1) {
    shown()
    changed()
  }
  expect(forget).toHaveBeenCalledTimes(3)
  vi.advanceTimersByTime(1000)
  expect(forget).toHaveBeenCalledTimes(4)
})
