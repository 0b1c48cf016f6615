import type { Access, CollectionConfig } from 'payload'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { documents } from '../../../collections/access/index.ts'
import { refuseWrites } from '../../../plugins/publications/index.ts'
import type { Login } from '../../support/portal.ts'
import { type Bypass, startBypass, type Target, type Who } from '../bypass/bypassing.ts'
import { RECORDS, type RecordName } from '../bypass/records.ts'
import type { State } from '../bypass/states.ts'
import { refusalOf, writesOf } from '../bypass/writes.ts'
import { byName, eachGuardHolds, type Guard } from './guards.ts'

vi.mock(import('../../../plugins/workflow/hooks/refuseStatus.ts'), async (importActual) => {
  const { unless } = await import('./guards.ts')
  const { refuseStatus } = await importActual()
  return { refuseStatus: unless('refuseStatus', refuseStatus, ({ args }) => args) }
})
vi.mock(import('../../../plugins/workflow/hooks/refuseFrozen.ts'), async (importActual) => {
  const { unless } = await import('./guards.ts')
  const { refuseFrozen, guardSave, refuseDelete } = await importActual()
  return {
    refuseFrozen: (field) => unless('refuseFrozen', refuseFrozen(field), ({ args }) => args),
    guardSave: (field) => unless('guardSave', guardSave(field), ({ data }) => data),
    refuseDelete: unless('refuseDelete', refuseDelete, () => undefined),
  }
})
vi.mock(import('../../../plugins/workflow/hooks/nameWriters.ts'), async (importActual) => {
  const { unless } = await import('./guards.ts')
  const { noteSource, nameWriters } = await importActual()
  return {
    noteSource: unless('noteSource', noteSource, ({ args }) => args),
    nameWriters: (slugs) => unless('nameWriters', nameWriters(slugs), async ({ data }) => data),
  }
})
vi.mock(import('../../../plugins/workflow/hooks/noteUnsubmitted.ts'), async (importActual) => {
  const { unless } = await import('./guards.ts')
  const { noteUnsubmitted } = await importActual()
  return { noteUnsubmitted: unless('noteUnsubmitted', noteUnsubmitted, ({ doc }) => doc) }
})
vi.mock(import('../../../plugins/workflow/hooks/recordAccounts.ts'), async (importActual) => {
  const { unless } = await import('./guards.ts')
  const { recordChange, recordReset } = await importActual()
  return {
    recordChange: (options) => unless('recordChange', recordChange(options), ({ doc }) => doc),
    recordReset: (options) => unless('recordReset', recordReset(options), ({ result }) => result),
  }
})
vi.mock(import('../../../plugins/publications/hooks/documentKey.ts'), async (importActual) => {
  const { unless } = await import('./guards.ts')
  const { documentKey } = await importActual()
  return { documentKey: unless('documentKey', documentKey, ({ value }) => value) }
})
vi.mock(import('../../../plugins/workflow/endpoints/stranger.ts'), async (importActual) => {
  const { unless } = await import('./guards.ts')
  const { refuseStranger } = await importActual()
  return { refuseStranger: unless('refuseStranger', refuseStranger, () => undefined) }
})
vi.mock(import('../../../plugins/workflow/endpoints/mayEdit.ts'), async (importActual) => {
  const { unless } = await import('./guards.ts')
  const { mayEditRow } = await importActual()
  return { mayEditRow: unless('mayEditRow', mayEditRow, async () => true) }
})

const COLLECTION = 'notices'
let bypass: Bypass
/** A contributor of another unit, who may not write any of these documents. */
let outsider: string
beforeAll(async () => {
  bypass = await startBypass()
  const { payload, login } = bypass.portal
  const units = await payload.find({ collection: 'organisations', where: { code: { equals: 'ubnd-tinh-soc-trang' } } })
  const data = { email: 'khac@example.org', password: 'mat-khau-rat-dai', name: 'Người khác', role: 'contributor' }
  await payload.create({ collection: 'users', data: { ...data, unit: units.docs[0]!.id } })
  outsider = await login(data.email, data.password)
  await bypass.fresh(COLLECTION, 'withdrawn')
})
afterAll(() => bypass.portal.stop())

/** An attempt of the matrix on a separate document: it must be refused as expected and change nothing. */
const write = (name: string, who: Who, state: State): Guard['attempts'] => ({
  [`${name} by ${who}, ${state}`]: async () => {
    const found = writesOf(() => bypass).find((one) => one.name === name && one.whos.includes(who))
    if (!found) throw new TypeError(`There is no way to write called "${name}" for ${who}`)
    const refusal = refusalOf(found, who, state)
    if (!refusal) throw new TypeError(`"${name}" is no attempt for ${who}, ${state}`)
    const target = await bypass.fresh(COLLECTION, state)
    const before = await bypass.standing(target)
    const { status, code } = await found.call(who, target)
    expect({ status, code }).toEqual(refusal)
    expect(await bypass.standing(target)).toEqual(before)
  },
})

/** A duplicate by the author names the head who wrote the original. */
const namesWriter = (data: object) => async () => {
  const { payload } = bypass.portal
  const heads = await payload.find({ collection: 'users', where: { email: { equals: 'head@demo.local' } } })
  const original = await bypass.rest('head', 'POST', `/${COLLECTION}`, data)
  const copy = await bypass.rest('author', 'POST', `/${COLLECTION}/${original.doc!.id}/duplicate`, {})
  const row = await rowOf({ collection: COLLECTION, id: String(copy.doc!.id) } as Target)
  expect(row.takenFrom).toBe(String(heads.docs[0]!.id))
}

let people = 0
/** A new account without a duty in approval. */
const hired = async () => {
  people += 1
  const email = `nguoi-${people}@example.org`
  const data = { email, password: 'mat-khau-rat-dai', name: `Người ${people}`, role: 'contributor' } as const
  const { id } = await bypass.portal.payload.create({ collection: 'users', data })
  return { id: String(id), email }
}
/** Number of changes of an account in the log of powers. */
const changesOf = async (id: string) =>
  (
    await bypass.portal.payload.db.count({
      collection: 'workflow-powers',
      where: { document: { equals: `users:${id}` } },
    })
  ).totalDocs

const rowOf = ({ collection, id }: Target) =>
  bypass.portal.payload.findByID({ collection, id, depth: 0, showHiddenFields: true }) as unknown as Promise<
    Record<string, unknown>
  >

const configOf = (slug: string): CollectionConfig => bypass.portal.payload.collections[slug]!.config as CollectionConfig
type Ruled = 'create' | 'read' | 'update' | 'delete'
/** Replaces an access rule; by default everyone is allowed. */
const openTo =
  (slug: string, operation: Ruled, rule: Access = () => true): Guard['off'] =>
  () => {
    const access = configOf(slug).access!
    const before = access[operation]
    access[operation] = rule
    return () => {
      access[operation] = before
    }
  }
/** The permissions that Payload reports to a person. */
const told = async (who: Login): Promise<Record<string, Record<string, unknown>>> =>
  (await bypass.rest(who, 'GET', '/access')).doc!.collections as Record<string, Record<string, unknown>>

const hooks: Guard[] = [
  {
    name: 'refuseStatus',
    off: byName('refuseStatus'),
    attempts: {
      ...write('an update with {"_status":"published"}', 'head', 'draft'),
      ...write('an update with {}?autosave=true', 'author', 'draft'),
      ...write('a new published document', 'author', 'draft'),
      ...write('a published update from inside', 'inside', 'published'),
    },
  },
  {
    name: 'refuseFrozen',
    off: byName('refuseFrozen'),
    attempts: write('an update', 'author', 'approving'),
  },
  {
    name: 'guardSave',
    off: byName('guardSave'),
    attempts: {
      ...write('an update of many', 'head', 'approving'),
      ...write('an update of many from inside', 'inside', 'scheduled'),
      ...write('an earlier version from inside', 'inside', 'revising'),
    },
  },
  {
    name: 'noteSource',
    off: byName('noteSource'),
    attempts: { 'a duplicate without prose': namesWriter({ title: 'Thông báo của trưởng ban' }) },
  },
  {
    name: 'nameWriters',
    off: byName('nameWriters'),
    attempts: { 'a duplicate': namesWriter({ title: 'Thông báo khác', summary: 'Tóm tắt của trưởng ban.' }) },
  },
  {
    name: 'noteUnsubmitted',
    off: byName('noteUnsubmitted'),
    attempts: {
      'a change of a public text': async () => {
        const target = await bypass.fresh(COLLECTION, 'published')
        const { collection, id } = target
        await bypass.portal.payload.update({ collection, id, data: { summary: 'Tóm tắt khác.' } })
        expect((await rowOf(target)).unsubmittedChanges).toBe(true)
      },
    },
  },
  {
    name: 'refuseDelete',
    off: byName('refuseDelete'),
    attempts: {
      ...write('a removal', 'head', 'published'),
      ...write('a removal of many', 'author', 'withdrawn'),
      ...write('a removal of many from inside', 'inside', 'approving'),
      ...write('a removal over GraphQL', 'editor', 'editing'),
    },
  },
  {
    name: 'recordChange',
    off: byName('recordChange'),
    attempts: {
      'a role that is granted': async () => {
        const { id } = await hired()
        expect(await changesOf(id)).toBe(1)
        await bypass.portal.payload.update({ collection: 'users', id, data: { role: 'head' } })
        expect(await changesOf(id)).toBe(2)
      },
    },
  },
  {
    name: 'recordReset',
    off: byName('recordReset'),
    attempts: {
      'a password set by a mailed link': async () => {
        const { payload } = bypass.portal
        const { id, email } = await hired()
        const before = await changesOf(id)
        const token = await payload.forgotPassword({ collection: 'users', data: { email }, disableEmail: true })
        const data = { token: String(token), password: 'mat-khau-moi-rat-dai' }
        await payload.resetPassword({ collection: 'users', data, overrideAccess: true })
        expect(await changesOf(id)).toBe(before + 1)
      },
    },
  },
  {
    name: 'documentKey',
    off: byName('documentKey'),
    attempts: {
      'a key written from inside': async () => {
        const target = await bypass.draft(COLLECTION)
        const { collection, id, key } = target
        await bypass.portal.payload.update({ collection, id, data: { key: `mine-${id}` } })
        expect((await rowOf(target)).key).toBe(key)
      },
    },
  },
  {
    name: 'refuseStranger',
    off: byName('refuseStranger'),
    attempts: {
      'a submission by nobody': async () => {
        const { collection, id } = await bypass.draft(COLLECTION)
        const answer = await bypass.rest('nobody', 'POST', `/workflow/${collection}/${id}/submit`, { expected: 0 })
        expect(answer).toMatchObject({ status: 401, code: 'LOGIN_REQUIRED' })
      },
    },
  },
  {
    name: 'mayEditRow',
    off: byName('mayEditRow'),
    attempts: {
      'a submission by an author of another office': async () => {
        const { collection, id } = await bypass.draft(COLLECTION)
        const { status } = await bypass.portal.rest('POST', `/workflow/${collection}/${id}/submit`, {
          token: outsider,
          body: { expected: 0 },
        })
        expect(status).toBe(403)
      },
    },
  },
]

const access: Guard[] = [
  {
    name: 'access.create',
    off: openTo(COLLECTION, 'create'),
    attempts: { ...write('a new document', 'auditor', 'draft'), ...write('a copy', 'admin', 'draft') },
  },
  {
    name: 'access.update',
    off: openTo(COLLECTION, 'update'),
    attempts: { ...write('an update', 'auditor', 'draft'), ...write('an update of many', 'mail', 'published') },
  },
  { name: 'access.delete', off: openTo(COLLECTION, 'delete'), attempts: write('a removal', 'admin', 'draft') },
  {
    name: 'access.update while a text stands still',
    off: openTo(COLLECTION, 'update', documents.update),
    attempts: write('an earlier version', 'author', 'approving'),
  },
  ...(['workflowState', 'editedBy', 'key'] as const).map(
    (name): Guard => ({
      name: `field access of ${name}`,
      off: () => {
        const fields = bypass.portal.payload.collections[COLLECTION]!.config.fields
        const field = fields.find((one) => 'name' in one && one.name === name) as { access?: object }
        const before = field.access
        field.access = {}
        return () => {
          field.access = before
        }
      },
      attempts: {
        'what an author is told of it': async () => {
          const { id } = await bypass.shared(COLLECTION, 'draft')
          const { doc } = await bypass.rest('author', 'POST', `/${COLLECTION}/access/${id}`)
          const { fields } = doc as { fields: true | Record<string, true | { update?: unknown }> }
          const told = fields === true ? true : fields[name]
          expect(told === true || told?.update).toBeFalsy()
        },
      },
    }),
  ),
]

const records: Guard[] = (Object.keys(RECORDS) as RecordName[]).flatMap((slug): Guard[] => [
  {
    name: `refuseWrites of ${slug}`,
    off: () => {
      const all = configOf(slug).hooks!.beforeOperation!
      const at = all.indexOf(refuseWrites)
      all.splice(at, 1)
      return () => all.splice(at, 0, refuseWrites)
    },
    attempts: {
      'an update from inside': async () => {
        const { payload } = bypass.portal
        // The row does not exist: without the guard the response differs, and nothing is damaged.
        const update = payload.update({ collection: slug, id: '000000000000000000000000', data: {} })
        await expect(update).rejects.toMatchObject({ status: 403 })
      },
    },
  },
  ...(['create', 'update', 'delete'] as const).map(
    (operation): Guard => ({
      name: `access.${operation} of ${slug}`,
      off: openTo(slug, operation),
      attempts: {
        'what the administrator is told': async () => expect((await told('admin'))[slug]?.[operation]).toBeFalsy(),
      },
    }),
  ),
  {
    name: `access.read of ${slug}`,
    off: openTo(slug, 'read'),
    attempts: {
      'a look by an author': async () => expect((await bypass.rest('author', 'GET', `/${slug}`)).status).toBe(403),
    },
  },
])

describe('without one hook', () => eachGuardHolds('hooks and endpoints', hooks))
describe('without one access rule', () => eachGuardHolds('access rules', access))
describe('without one guard of a record', () => eachGuardHolds('records', records))

it('every hook of the plugins is tried without', async () => {
  const hooksOf = import.meta.glob('../../../plugins/{workflow,publications}/hooks/*.ts')
  const exported = await Promise.all(Object.values(hooksOf).map(async (load) => Object.keys((await load()) as object)))
  // The wording of a refusal is not a guard.
  const said = ['asApiError', 'sentence']
  const tried = new Set([...hooks, ...records].map(({ name }) => name.split(' ')[0]))
  expect(exported.flat().filter((name) => !said.includes(name) && !tried.has(name))).toEqual([])
})
