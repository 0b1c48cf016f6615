import type { Payload } from 'payload'

const WRITES = ['create', 'updateOne', 'updateMany', 'deleteOne', 'deleteMany'] as const

/**
 * Runs something that stops for ever before its n-th write, as if its process had died.
 *
 * @returns whether it came so far
 */
export const diesBefore = async ({ db }: Payload, n: number, run: () => Promise<unknown>): Promise<boolean> => {
  const own = Object.fromEntries(WRITES.map((name) => [name, db[name]]))
  let writes = 0
  let dead = () => {}
  const death = new Promise<true>((resolve) => {
    dead = () => resolve(true)
  })
  for (const name of WRITES)
    Object.assign(db, {
      [name]: async (...args: unknown[]) => {
        writes += 1
        if (writes < n) return Reflect.apply(own[name]!, db, args)
        dead()
        return new Promise(() => {})
      },
    })
  try {
    return await Promise.race([death, run().then(() => false)])
  } finally {
    Object.assign(db, own)
  }
}
