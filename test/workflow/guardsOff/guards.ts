import { afterAll, expect, it } from 'vitest'

/** Something that must hold; it throws where it does not. */
export type Attempt = () => unknown

/** A guard by its name, how to do without it, and the attempts that belong to it. */
export interface Guard {
  name: string
  /** Takes it away; what is returned puts it back. */
  off: () => (() => unknown) | Promise<() => unknown>
  attempts: Record<string, Attempt>
}

/** The guards that are switched off now, for those that stand in for the functions of a module. */
export const offNow = new Set<string>()

/** A function that is as it was, save while its guard is off. */
export const unless =
  <Args extends unknown[], Result>(
    name: string,
    guard: (...args: Args) => Result,
    without: (...args: Args) => Result,
  ): ((...args: Args) => Result) =>
  (...args) =>
    offNow.has(name) ? without(...args) : guard(...args)

/** Switches off what `unless` stands in for. */
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
 * Demands of each guard that, with it alone switched off, an attempt that belongs to it goes red; and that every
 * attempt is green when nothing is off, after all of them were. What went red is said at the end.
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
