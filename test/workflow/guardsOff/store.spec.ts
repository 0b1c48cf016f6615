import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, vi } from 'vitest'
import { documentStateOf } from '../../../plugins/publications/index.ts'
import { verify } from '../../../plugins/workflow/index.ts'
import { logRowsOf } from '../../support/logRows.ts'
import { type Person, type Spine, startSpine } from '../../support/spine.ts'
import { byName, eachGuardHolds, type Guard } from './guards.ts'

vi.mock(import('../../../plugins/publications/core/canonical.ts'), async (importActual) => {
  const { offNow } = await import('./guards.ts')
  const actual = await importActual()
  const hasHash = (bytes: unknown, hash: string): bytes is string =>
    offNow.has('hasHash') ? typeof bytes === 'string' : actual.hasHash(bytes, hash)
  return { ...actual, hasHash }
})
vi.mock(import('../../../plugins/publications/core/trust.ts'), async (importActual) => {
  const { unless } = await import('./guards.ts')
  const actual = await importActual()
  return {
    ...actual,
    isSound: unless('isSound', actual.isSound, () => true),
    checkStretch: unless('checkStretch', actual.checkStretch, (head, rows) => ({
      entries: rows.map((row) => ({ seq: row.seq, row })),
      faults: [],
      head: rows.at(-1) ?? head,
    })),
  }
})
vi.mock(import('../../../plugins/publications/core/chain.ts'), async (importActual) => {
  const { unless } = await import('./guards.ts')
  const actual = await importActual()
  return { ...actual, firstChainFault: unless('firstChainFault', actual.firstChainFault, () => undefined) }
})
vi.mock(import('../../../plugins/publications/store/publish.ts'), async (importActual) => {
  const { unless } = await import('./guards.ts')
  const actual = await importActual()
  return {
    ...actual,
    reserve: unless('reserve', actual.reserve, async () => 'reserved' as const),
    addressHolder: unless('addressHolder', actual.addressHolder, async () => undefined),
  }
})
vi.mock(import('../../../plugins/publications/store/keepFile.ts'), async (importActual) => {
  const { unless } = await import('./guards.ts')
  const { keepFile } = await importActual()
  return { keepFile: unless('keepFile', keepFile, async () => undefined) }
})
vi.mock(import('../../../plugins/publications/store/appendLog.ts'), async (importActual) => {
  const { offNow } = await import('./guards.ts')
  const { appendLog } = await importActual()
  return {
    appendLog: (args) =>
      appendLog(offNow.has('expected of appendLog') ? { ...args, expected: undefined, head: undefined } : args),
  }
})
vi.mock(import('../../../plugins/workflow/store/contributors.ts'), async (importActual) => {
  const { unless } = await import('./guards.ts')
  const actual = await importActual()
  return {
    ...actual,
    sameSaves: unless('sameSaves', actual.sameSaves, () => true),
    contributorsOf: unless('contributorsOf', actual.contributorsOf, (saves, row, state) => ({
      ...actual.contributorsOf(saves, row, state),
      contributors: [],
    })),
  }
})

let spine: Spine
beforeAll(async () => {
  spine = await startSpine()
})
afterAll(() => spine.stop())

const save = async (person: Person, id: string, body: Record<string, unknown>) =>
  expect((await spine.rest('PATCH', `/letters/${id}`, { token: spine.tokens[person], body })).status).toBe(200)
/** A text that only needs the approval of a head. */
const toHead = async (data: Record<string, unknown> = {}, before: (id: string) => Promise<void> = async () => {}) => {
  const draft = await spine.draft(data)
  await before(draft.id)
  await spine.step('an', draft.id, 'submit')
  await spine.step('binh', draft.id, 'approve')
  await spine.step('chi', draft.id, 'approve')
  return draft
}
const approve = async (id: string, expected = 3) => {
  const { status, body } = await spine.act('dung', id, 'approve', { expected })
  return { status, code: (body.errors as { code: string }[] | undefined)?.[0]?.code }
}
const nothingPublished = async (key: string) => expect(await logRowsOf(spine.payload, 'letters', key)).toEqual([])

/** Overwrites a column by hand, checks, and restores it. */
const written = async (
  collection: string,
  [column, value]: [string, string],
  change: Record<string, string>,
  look: () => Promise<unknown>,
): Promise<void> => {
  const { db } = spine.payload
  const row = await db.findOne<Record<string, unknown> & { id: string }>({
    collection,
    where: { [column]: { equals: value } },
  })
  const before = Object.fromEntries(Object.keys(change).map((name) => [name, row![name]]))
  await db.updateOne({ collection, id: row!.id, data: change })
  try {
    await look()
  } finally {
    await db.updateOne({ collection, id: row!.id, data: before })
  }
}

/** A published document with a manipulated row in the publications log. */
const forged = async (look: (key: string) => Promise<unknown>): Promise<void> => {
  const { id, key } = await spine.draft()
  await spine.publish(id)
  await written('publications', ['document', key], { slug: 'cho-khac' }, () => look(key))
}

const guards: Guard[] = [
  {
    name: 'hasHash',
    off: byName('hasHash'),
    attempts: {
      'a content written over after its approval': async () => {
        const { id, key } = await toHead()
        const { contentHash } = await spine.view('an', id)
        const bytes = JSON.stringify({
          format: 1,
          collection: 'letters',
          locales: ['vi'],
          fields: { slug: `gia-${id}`, title: { '@vi': 'Bản không ai duyệt' } },
        })
        await written('contents', ['hash', String(contentHash)], { bytes }, async () => {
          expect(await approve(id)).toEqual({ status: 409, code: 'WORKFLOW_CONTENT_CHANGED' })
          await nothingPublished(key)
        })
      },
    },
  },
  {
    name: 'isSound',
    off: byName('isSound'),
    attempts: {
      'a document whose row in the log was written over': () =>
        forged(async (document) =>
          expect(await documentStateOf({ payload: spine.payload, collection: 'letters', document })).toBeUndefined(),
        ),
    },
  },
  {
    name: 'checkStretch',
    off: byName('checkStretch'),
    attempts: {
      'a row of the log that was written over, read by everyone who reads the log': () => forged(nothingPublished),
    },
  },
  {
    name: 'firstChainFault',
    off: byName('firstChainFault'),
    attempts: {
      'a trail that was written over': async () => {
        const { id, key } = await spine.draft()
        await spine.step('an', id, 'submit')
        await written('workflow-events', ['document', `letters:${key}`], { actorName: 'Người khác' }, async () => {
          const { faults } = await verify({ payload: spine.payload, anchorsDir: `${spine.dir}/none` })
          expect(JSON.stringify(faults)).toContain(key)
        })
      },
    },
  },
  {
    name: 'addressHolder',
    off: byName('addressHolder'),
    attempts: {
      'the address of another document, once published, submitted': async () => {
        const first = await spine.draft()
        await spine.publish(first.id)
        await save('an', first.id, { slug: `${first.slug}-moi` })
        const { id } = await spine.draft({ slug: first.slug })
        expect(await spine.act('an', id, 'submit', { expected: 0 })).toMatchObject({
          status: 422,
          body: { errors: [{ code: 'CONTENT_INVALID' }] },
        })
      },
    },
  },
  {
    name: 'reserve',
    off: byName('reserve'),
    attempts: {
      'an address that another document took meanwhile': async () => {
        const { id, key, slug } = await toHead()
        const data = { address: `letters:${slug}`, document: 'letters:another', at: '' }
        await spine.payload.db.create({ collection: 'addresses', data })
        expect(await approve(id)).toEqual({ status: 422, code: 'CONTENT_INVALID' })
        await nothingPublished(key)
      },
    },
  },
  {
    name: 'keepFile',
    off: byName('keepFile'),
    attempts: {
      'a file written over after its approval': async () => {
        const bytes = Buffer.from(`Phụ lục ${Math.random()}`)
        const media = await spine.payload.create({
          collection: 'media',
          data: { sha256: createHash('sha256').update(bytes).digest('hex') },
          file: { data: bytes, mimetype: 'text/plain', name: 'phu-luc.txt', size: bytes.length },
        })
        const { id: file, filename } = media as unknown as { id: string; filename: string }
        const { id, key } = await toHead({ file })
        writeFileSync(path.join(spine.dir, 'media', filename), Buffer.alloc(bytes.length, 'x'))
        expect(await approve(id)).toEqual({ status: 409, code: 'FILE_CHANGED' })
        await nothingPublished(key)
      },
    },
  },
  {
    name: 'expected of appendLog',
    off: byName('expected of appendLog'),
    attempts: {
      'many approvals at the same moment': async () => {
        const { id } = await spine.draft()
        await spine.step('an', id, 'submit')
        const body = { expected: 1 }
        const answers = await Promise.all(Array.from({ length: 8 }, () => spine.act('binh', id, 'approve', body)))
        expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
      },
    },
  },
  {
    name: 'sameSaves',
    off: byName('sameSaves'),
    attempts: {
      'a submission while somebody saves without end': async () => {
        const { id } = await spine.draft()
        const { db } = spine.payload
        const { findVersions } = db
        let saving = false
        let times = 0
        const race = vi.spyOn(db, 'findVersions').mockImplementation(async (args) => {
          if (!saving) {
            saving = true
            times += 1
            await save('em', id, { title: `Lần ${times}` })
            saving = false
          }
          return findVersions.call(db, args)
        })
        const { status } = await spine.act('an', id, 'submit', { expected: 0 })
        race.mockRestore()
        expect(status).toBe(409)
      },
    },
  },
  {
    name: 'contributorsOf',
    off: byName('contributorsOf'),
    attempts: {
      'an approval by a head who wrote a sentence of the text': async () => {
        const { id, key } = await toHead({}, (draft) => save('dung', draft, { title: 'Lời của lãnh đạo' }))
        expect(await approve(id)).toEqual({ status: 403, code: 'WORKFLOW_CONFLICT_OF_DUTY' })
        await nothingPublished(key)
      },
    },
  },
]

describe('without one guard of what is stored', () => eachGuardHolds('stores', guards))
