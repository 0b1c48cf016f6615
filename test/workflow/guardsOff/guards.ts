import { afterAll, expect, it } from 'vitest'

/** A check that throws when it does not hold. */
export type Attempt = () => unknown

/** A guard by name, how to switch it off, and the attempts that depend on it. */
export interface Guard {
  name: string
  /** Switches it off; the returned function switches it on again. */
  off: () => (() => unknown) | Promise<() => unknown>
  attempts: Record<string, Attempt>
}

/** The guards currently switched off, for wrappers of a module's functions. */
export const offNow = new Set<string>()

/** A function that behaves as usual unless its guard is off. */
export const unless =
  <Args extends unknown[], Result>(
    name: string,
    guard: (...args: Args) => Result,
    without: (...args: Args) => Result,
  ): ((...args: Args) => Result) =>
  (...args) =>
    offNow.has(name) ? without(...args) : guard(...args)

/** Switches off a guard that `unless` wraps. */
export const byName = (name: string) => (): (() => void) => {
  offNow.add(name)
  return () => offNow.delete(name)
}

const wentRed = async (attempt: Attempt): Promise<string | undefined> => {
  try {
    await attempt()
    return undefined
  } catch (error) {
    return (error instanceof Error ? error.message : String(error)).split('\n')[0]
  }
}

/**
 * Requires for each guard that, with it alone switched off, an attempt that depends on it fails, and that every attempt
 * passes when nothing is off, also after all were. Prints which attempts failed at the end.
 */
export const eachGuardHolds = (what: string, guards: readonly Guard[]): void => {
  const lines: string[] = []
  afterAll(() => console.info([`guards off, ${what}: ${guards.length}`, ...lines].join('\n')))

  it('names every guard once', () => {
    expect(new Set(guards.map(({ name }) => name)).size).toBe(guards.length)
  })

  it.each(guards.map((guard) => [guard.name, guard] as const))('%s is missed when it is gone', async (name, guard) => {
    const back = await guard.off()
    const red: string[] = []
    try {
      for (const [attempt, hold] of Object.entries(guard.attempts)) if (await wentRed(hold)) red.push(attempt)
    } finally {
      await back()
    }
    lines.push(`  without ${name}: ${red.length ? red.join('; ') : 'NOTHING'} went red`)
    expect(red, `without ${name} nothing goes red`).not.toEqual([])
  })

  it('with none of them off, every attempt is green', async () => {
    for (const { name, attempts } of guards)
      for (const [attempt, hold] of Object.entries(attempts))
        expect(await wentRed(hold), `${attempt}, which belongs to ${name}`).toBeUndefined()
  })
}
