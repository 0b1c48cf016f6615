import type { Payload } from 'payload'
import { expect, it } from 'vitest'
import { askAnew, askedOnce } from './askedOnce.ts'

/** Something to read that counts how often it is read, and answers when the test says so. */
const counted = () => {
  const payload = {} as Payload
  const answers: ((fails: boolean) => void)[] = []
  const read = () =>
    new Promise<number>((resolve, reject) => {
      const mine = answers.length + 1
      answers.push((fails) => (fails ? reject(new Error('the database is away')) : resolve(mine)))
    })
  return { payload, answers, ask: (name = 'week') => askedOnce(payload, name, read) }
}

it('all who ask while it is read get the same, and others something else', async () => {
  const { answers, ask } = counted()
  const [one, same, other] = [ask(), ask(), ask('month')]
  expect(answers).toHaveLength(2)
  for (const answer of answers) answer(false)
  expect(await Promise.all([one, same, other])).toEqual([1, 1, 2])
})

it('what was changed is read anew, though it is being read', async () => {
  const { payload, answers, ask } = counted()
  const early = ask()
  askAnew(payload, 'week')
  const late = ask()
  for (const answer of answers) answer(false)
  expect(await Promise.all([early, late])).toEqual([1, 2])
})

it('what could not be read is read anew', async () => {
  const { answers, ask } = counted()
  const failing = ask()
  answers[0]!(true)
  await expect(failing).rejects.toThrow('the database is away')
  const again = ask()
  answers[1]!(false)
  expect(await again).toBe(2)
})
