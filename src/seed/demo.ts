import { setImmediate } from 'node:timers/promises'
import type { Payload, Where } from 'payload'
import { act, actorOf, finish, workflowOptions } from '../../plugins/workflow/index.ts'
import { demoDocuments } from './documents/index.ts'
import { seedReferences } from './seedReferences.ts'
import { seedUsers } from './seedUsers.ts'
import { writeDemoDocument } from './writeDemoDocument.ts'

/** Password of all demo people. */
export const DEMO_PASSWORD = 'congbo-demo'

/** Who acts for a role in the demonstration. */
const ACTORS: Record<string, string> = { editor: 'editor', secretary: 'secretary', head: 'head' }

type Person = { id: string | number } & Record<string, unknown>

const personOf = async (payload: Payload, login: string): Promise<Person> => {
  const found = await payload.find({
    collection: 'users',
    where: { email: { equals: `${login}@demo.local` } },
    limit: 1,
    depth: 0,
    overrideAccess: true,
  })
  const person = found.docs[0] as Person | undefined
  if (!person) throw new Error(`The demonstration has no "${login}"`)
  return person
}

/** Takes a working copy through its approvals, each step by the person whose step it is. */
const takeThrough = async (args: {
  payload: Payload
  collection: string
  id: string | number
  author: string
}): Promise<void> => {
  const { payload, collection, id, author } = args
  const options = workflowOptions(payload.config)
  const { key } = (await payload.findByID({
    collection,
    id,
    depth: 0,
    showHiddenFields: true,
  })) as unknown as {
    key: string
  }
  for (;;) {
    const { state, definitions } = await finish(payload, { collection, key })
    if (state.everPublished) return
    const step = state.run && definitions(state.run.definition).steps[state.run.step]
    const login = step ? ACTORS[step.by.role ?? '']! : author
    const outcome = await act({
      payload,
      options,
      collection,
      id,
      action: step ? 'approve' : 'submit',
      actor: actorOf(await personOf(payload, login), options),
      mayEdit: true,
      expected: state.seq,
    })
    if ('refusal' in outcome) throw new Error(`${collection} ${id}: ${JSON.stringify(outcome.refusal)}`)
    await setImmediate()
  }
}

/**
 * The demonstration: reference data, a person for each duty, and documents that went through their approvals like any
 * other. Running it again, or after a stop in the middle, changes nothing that is there.
 */
export const seedDemo = async ({ payload }: { payload: Payload }): Promise<void> => {
  await seedReferences({ payload })
  await seedUsers({ payload, password: DEMO_PASSWORD })
  for (const document of demoDocuments) {
    const { collection, id } = await writeDemoDocument({ payload, document })
    if (!document.keepDraft) await takeThrough({ payload, collection, id, author: document.author })
  }
}

const count = async (payload: Payload, collection: string, where: Where = {}): Promise<number> =>
  (await payload.db.count({ collection, where })).totalDocs

/**
 * Whether the demonstration is still to be loaded: nobody can log in yet, or its people are there but not everything
 * was published, because the first run was stopped. The log never shrinks, so this ends for good.
 */
export const isFirstRun = async (payload: Payload): Promise<boolean> => {
  if ((await count(payload, 'users')) === 0) return true
  if ((await count(payload, 'users', { email: { equals: 'author@demo.local' } })) === 0) return false
  const published = await count(payload, 'publications', { kind: { equals: 'published' } })
  return published < demoDocuments.filter(({ keepDraft }) => !keepDraft).length
}
