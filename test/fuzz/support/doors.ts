import fc, { type Arbitrary } from 'fast-check'
import { form, role, type Sent, STRANGE, spoiltBody, type World } from './sent.ts'
import { hostile } from './values.ts'

export const doors: Arbitrary<Sent> = fc
  .tuple(
    fc.constantFrom(
      'login',
      'logout',
      'forgot-password',
      'reset-password',
      'refresh-token',
      'me',
      'unlock',
      'first-register',
      'verify/x',
    ),
    spoiltBody(
      fc.record(
        {
          email: fc.oneof(fc.constantFrom('author@demo.local', 'x@y.vn'), hostile),
          username: hostile,
          password: hostile,
          token: hostile,
        },
        { requiredKeys: [] },
      ),
    ),
    fc.constantFrom<Sent['as']>('nobody', 'nobody', 'mail', 'admin'),
  )
  .map(([door, sent, as]) => ({
    as: door === 'logout' ? 'nobody' : as,
    method: 'POST',
    path: `/api/users/${door}`,
    ...sent,
  }))

export const mounts = (world: World): Arbitrary<Sent> =>
  fc.constantFrom(...world.mounts).chain((mount) => {
    const segment = fc.constantFrom('vi.atom', 'notices', '1.xml', 'confirm', ...STRANGE)
    const count = [...mount.path.matchAll(/:\w+/g)].length
    const path = fc.oneof(
      fc
        .array(segment, { minLength: count, maxLength: count })
        .map((values) => values.reduce((at, one) => at.replace(/:\w+/, () => one), mount.path)),
      fc.constantFrom(...world.links),
    )
    const member = fc.constantFrom(
      'email',
      'locale',
      'cadence',
      'topics',
      'filter',
      'consent',
      'action',
      'until',
      'sure',
      'how',
      'path',
      'document',
    )
    const body = fc.dictionary(member, fc.oneof(fc.constantFrom('an@example.vn', 'vi', 'daily', {}), hostile), {
      noNullPrototype: true,
    })
    const query = fc
      .dictionary(
        fc.constantFrom('lang', 'locale', 'page', 'topics', 'after', 'token', 'q'),
        fc.constantFrom('vi', 'x', '%00', '-1', '1e9', '__proto__', 'a'.repeat(1_000)),
      )
      .map((all) =>
        Object.entries(all)
          .map(([name, one]) => `${name}=${one}`)
          .join('&'),
      )
    return fc.tuple(path, query, spoiltBody(body)).map(([at, asked, sent]) => ({
      as: 'nobody' as const,
      method: mount.method ?? 'GET',
      path: `${at}?${asked}`,
      ...(mount.method === 'POST' ? sent : {}),
    }))
  })

export const admin: Arbitrary<Sent> = fc
  .tuple(
    role,
    fc.constantFrom(
      '',
      '/login',
      '/collections/notices',
      '/collections/x/%',
      '/%ff',
      '/globals/site',
      '/..%2f',
      '/%00',
    ),
    fc.constantFrom('GET', 'POST', 'PUT', 'HEAD'),
    hostile,
  )
  .map(([as, path, method, sent]) => ({
    as,
    method,
    path: `/admin${path}`,
    ...(method === 'POST'
      ? {
          body: `[${JSON.stringify(sent) ?? ''}]`,
          headers: { 'next-action': '4'.repeat(42), 'content-type': 'text/plain', origin: 'http://127.0.0.1:3000' },
        }
      : {}),
  }))

const PARTS = [
  'content-disposition: form-data; name="file"; filename="a.png"\r\ncontent-type: image/png\r\n\r\n\u0089PNG',
  'content-disposition: form-data; name="file"; filename="a\u0000.pdf"\r\ncontent-type: application/pdf\r\n\r\n%PDF-1.7 x',
  'content-disposition: form-data; name="file"\r\n\r\n{"filename":"x"}',
  'content-disposition: form-data; name="_payload"\r\n\r\n{"alt":{"toString":1}}',
  'content-disposition: form-data; name="_payload"\r\n\r\n{"alt":"a"}',
  'content-disposition: form-data; name="a[b]"\r\n\r\nx',
  'nothing',
]
export const uploads: Arbitrary<Sent> = fc
  .tuple(role, fc.constantFrom('POST', 'PATCH'), fc.array(fc.constantFrom(...PARTS), { maxLength: 3 }))
  .map(([as, method, parts]) => ({
    as,
    method,
    path: '/api/media',
    body: form(parts),
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
  }))
