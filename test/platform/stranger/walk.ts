import 'lexical'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { digest, runDigest } from '@cong-bo/digest'
import { publications, publishedTerm, readContents } from '@cong-bo/publications'
import { verify, workflow } from '@cong-bo/workflow'
import { type CollectionConfig, type Config, generateImportMap, getPayload, handleEndpoints } from 'payload'
import { approval } from './approval.js'
import { digests } from './digests.js'
import * as pages from './pages.js'
import promised from './payload.config.js'
import { publishing } from './publishing.js'
import { Cuisines, PHOTOS, Photos, Recipes } from './recipes.js'
import { rounds } from './rounds.js'

const config = await promised
const payload = await getPayload({ config })
const { everyFewSeconds, everyMinute } = rounds(payload)

type Body = Record<string, unknown> & { seq?: number; state?: string; doc?: { id: number; workflowState: string } }

const rest = async (method: string, url: string, who = '', body?: object, language = 'en') => {
  const response = await handleEndpoints({
    config,
    request: new Request(`https://kitchen.example/api${url}`, {
      method,
      headers: {
        'content-type': 'application/json',
        'accept-language': language,
        ...(who ? { authorization: `JWT ${who}` } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    }),
  })
  return { status: response.status, body: (await response.json()) as Body }
}

const loggedIn = async (name: string, job: 'writer' | 'taster' | 'chief'): Promise<string> => {
  const login = { email: `${name}@kitchen.example`, password: `the password of ${name}` }
  await payload.create({ collection: 'cooks', data: { ...login, name, job } })
  return String((await rest('POST', '/cooks/login', '', login)).body.token)
}

const [ann, bob, cleo, dora] = [
  await loggedIn('Ann', 'writer'),
  await loggedIn('Bob', 'taster'),
  await loggedIn('Cleo', 'taster'),
  await loggedIn('Dora', 'chief'),
]

/** Why something that should fail does. */
const refused = async (attempt: () => unknown): Promise<string> => {
  try {
    await attempt()
    return 'not refused'
  } catch (error) {
    return (error as Error).message
  }
}
const data = (values: object) => values as never

const see = async (id: number, who: string, language?: string) =>
  (await rest('GET', `/workflow/recipes/${id}`, who, undefined, language)).body
const act = async (id: number, who: string, action: string, more: object = {}) => {
  const { seq } = await see(id, who)
  const { status, body } = await rest('POST', `/workflow/recipes/${id}/${action}`, who, { expected: seq, ...more })
  const [error] = (body.errors as { code: string; message: string }[] | undefined) ?? []
  return error ? `${status} ${error.code}: ${error.message}` : String(body.state)
}

// Before anything is published, somebody subscribes.
const ask = async (method: string, url: string, body?: object) => {
  const request = new Request(`https://kitchen.example${url}`, {
    method,
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  return method === 'GET' ? pages.GET(request) : pages.POST(request)
}
const mails = async () => {
  const folder = path.join(digests.dataDir, 'mail')
  const files = (await readdir(folder)).filter((name) => name.endsWith('.eml'))
  const texts = await Promise.all(files.map((name) => readFile(path.join(folder, name), 'utf8')))
  return texts.map((text) => text.replaceAll('=\r\n', '').replaceAll('=3D', '='))
}
const cuisine = await payload.create({ collection: 'cuisines', data: data({ code: 'viet', name: 'Vietnamese' }) })
const form = await (await ask('GET', '/subscriptions')).text()
const asked = await ask('POST', '/subscriptions', {
  email: 'guest@example.org',
  cadence: 'immediate',
  locale: 'fr',
  filter: { topics: ['viet'] },
})
await everyFewSeconds()
const [confirmation = ''] = await mails()
const [link = ''] = /\/subscriptions\/confirm\/[\w-]+/.exec(confirmation) ?? []
const subscription = {
  form: form.includes('Vietnamese') && form.includes('hreflang="fr"') === false,
  asked: asked.status,
  confirmed: (await ask('POST', link)).status,
  elsewhere: [(await ask('GET', '/elsewhere')).status, (await ask('PUT', '/subscriptions')).status],
}

const photo = await payload.create({
  collection: 'photos',
  data: {},
  file: { data: Buffer.from('steam'), name: 'steam.txt', mimetype: 'text/plain', size: 5 },
})
const created = await rest('POST', '/recipes', bob, {
  name: 'Phở',
  slug: 'pho',
  cuisine: cuisine.id,
  photo: photo.id,
  suppliers: 'secret',
})
const id = created.body.doc!.id
const incomplete = await act(id, bob, 'submit')
await rest('PATCH', `/recipes/${id}`, bob, { method: 'Slowly.' })
await rest('PATCH', `/recipes/${id}?locale=fr`, bob, { name: 'La soupe', method: 'Lentement.' })
const submitted = await act(id, bob, 'submit')
const approvals = {
  incomplete,
  submitted,
  frozen: (await rest('PATCH', `/recipes/${id}`, bob, { method: 'In a hurry.' })).body.errors,
  own: await act(id, bob, 'approve', { checklist: ['salt'] }),
  unticked: await act(id, cleo, 'approve'),
  stranger: await act(id, ann, 'approve'),
  french: ((await see(id, dora, 'fr')).steps as { title: string; role: string }[]).map(
    ({ title, role }) => `${title} (${role})`,
  ),
  tasted: await act(id, cleo, 'approve', { checklist: ['salt'] }),
  passed: await act(id, dora, 'approve'),
}

const [row] = (await payload.find({ collection: 'publications', where: { kind: { equals: 'published' } } }))
  .docs as unknown as { url: string; contentHash: string; capacities: string }[]
const content = (await readContents({ payload, hashes: [row!.contentHash] })).get(row!.contentHash)
await payload.update({ collection: 'recipes', id, data: data({ method: 'In a hurry.' }) })
const published = {
  url: row!.url,
  capacities: (JSON.parse(row!.capacities) as { step: string; capacity: string }[]).map(
    ({ step, capacity }) => `${step}: ${capacity}`,
  ),
  content: content?.fields,
  file: await readFile(path.join(PHOTOS, 'public', String(photo.sha256), 'steam.txt'), 'utf8'),
  untouched: (await readContents({ payload, hashes: [row!.contentHash] })).get(row!.contentHash)?.fields.method,
}

const bypasses = {
  status: await refused(() => payload.update({ collection: 'recipes', id, data: data({ _status: 'published' }) })),
  state: (await rest('PATCH', `/recipes/${id}`, dora, { workflowState: 'draft' })).body.doc?.workflowState,
  log: await refused(() => payload.create({ collection: 'publications', data: data({ kind: 'published' }) })),
  events: await refused(() => payload.delete({ collection: 'workflow-events', where: {} })),
  removal: await refused(() => payload.delete({ collection: 'recipes', id })),
}

await everyFewSeconds()
await everyMinute()
await runDigest({ payload, at: new Date(Date.now() + 10 * 60_000), cadence: 'immediate' })
const told = (await mails()).filter((text) => text.includes('https://www.kitchen.example/recipes/pho'))

/** Why a project of which one thing is wrong does not start. */
const collections: CollectionConfig[] = [
  Recipes,
  Cuisines,
  Photos,
  { slug: 'cooks', auth: true, fields: [{ name: 'job', type: 'text' }] },
]
const start = (wrong: {
  recipes?: Partial<CollectionConfig>
  publishing?: object
  approval?: object
  digests?: object
}) =>
  refused(async () => {
    const host = { collections: collections.map((one) => (one === Recipes ? { ...one, ...wrong.recipes } : one)) }
    const first = (await publications({ ...publishing, ...wrong.publishing })(host as Config)) as Config
    await workflow({ ...approval, ...wrong.approval })(first)
    await digest({ ...digests, ...wrong.digests })(first)
  })
const [usual] = Object.values(approval.definitions)
const starts = {
  right: await start({}),
  drafts: await start({ recipes: { versions: { drafts: true, maxPerDoc: 0 } } }),
  pruned: await start({ recipes: { versions: { drafts: false } } }),
  collection: await start({ publishing: { governed: { soups: { path: '/soups' } } } }),
  address: await start({
    recipes: { fields: Recipes.fields.filter((field) => !('name' in field && field.name === 'slug')) },
  }),
  reference: await start({ publishing: { references: { cuisines: { key: 'name', labels: ['colour'] } } } }),
  people: await start({ approval: { people: { collection: 'cooks', role: 'rank' } } }),
  absence: await start({ approval: { people: { ...approval.people, absence: { from: 'away', until: 'job' } } } }),
  expiry: await start({ approval: { expires: { recipes: 'eaten' } } }),
  role: await start({ approval: { definitions: { recipes: { ...usual!, authority: 'owner' } } } }),
  ungoverned: await start({ approval: { definitions: { cuisines: usual! } } }),
  unapproved: await start({ approval: { definitions: { recipes: { ...usual!, steps: [] } } } }),
  sender: await start({ digests: { mailFrom: 'nobody' } }),
  hours: await start({ digests: { schedule: { morning: '8 o’clock' } } }),
  media: await start({ publishing: { media: 'cuisines' } }),
  unmarked: await start({ publishing: { media: '' } }),
  facet: await start({ digests: { facetCollections: { topics: 'recipes' } } }),
  folder: await start({ digests: { dataDir: 'data' } }),
  alone: await refused(() => workflow(approval)({ collections } as Config)),
}

// The types are real ones, not `any`.
// @ts-expect-error a workflow without definitions is no workflow
void (() => workflow({ people: approval.people, read: approval.read }))
// @ts-expect-error a path is a text
void (() => publications({ ...publishing, governed: { recipes: { path: 1 } } }))

await generateImportMap(config, { log: false, force: true })

const labels = payload.collections['workflow-events' as 'cooks']!.config.labels.plural as Record<string, string>
process.stdout.write(
  JSON.stringify({
    subscription,
    approvals,
    published,
    bypasses,
    term: (await publishedTerm({ payload, collection: 'cuisines', key: 'viet' }))?.fields.name,
    audit: await verify({ payload }),
    digest: { mails: told.length, french: told[0]?.includes('La soupe') },
    starts,
    label: labels.fr,
    site: config.admin.custom?.siteUrl,
  }),
)
process.exit(0)
