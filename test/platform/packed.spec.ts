import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packPlugins } from '../../scripts/lib/packages.mjs'

const run = promisify(execFile)
const ROOT = process.cwd()
const inStranger = (...parts: string[]) => path.join(ROOT, 'test/platform/stranger', ...parts)
const PLUGINS = ['publications', 'workflow', 'digest'] as const

/** What the stranger's project has besides the plugins and what they ask for. */
const OWN = ['@payloadcms/db-sqlite', 'graphql', 'lexical', '@types/node', '@types/react']
const IMPORT_MAP = 'app/(payload)/admin/importMap.js'

interface Manifest {
  name: string
  version: string
  dependencies: Record<string, string>
  peerDependencies: Record<string, string>
  peerDependenciesMeta: Record<string, { optional?: boolean }>
}

let dir: string
let host: string
const manifests = new Map<string, Manifest>()

const json = <T>(file: string) => JSON.parse(readFileSync(file, 'utf8')) as T

/** A package that the project has, installed without the network. */
const install = (name: string) => {
  const place = path.join(host, 'node_modules', name)
  mkdirSync(path.dirname(place), { recursive: true })
  symlinkSync(path.join(ROOT, 'node_modules', name), place)
}

/** Unpacks a tarball among the host's packages, and names what it asks for. */
const unpack = async (tarball: string): Promise<string[]> => {
  const folder = mkdtempSync(path.join(dir, 'package-'))
  await run('tar', ['xzf', tarball, '-C', folder, '--strip-components=1'])
  const manifest = json<Manifest>(path.join(folder, 'package.json'))
  manifests.set(manifest.name, manifest)
  cpSync(folder, path.join(host, 'node_modules', manifest.name), { recursive: true })
  const { dependencies, peerDependencies, peerDependenciesMeta } = manifest
  return Object.keys({ ...dependencies, ...peerDependencies }).filter((name) => !peerDependenciesMeta[name]?.optional)
}

beforeAll(async () => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'congbo-stranger-'))
  host = path.join(dir, 'host')
  cpSync(inStranger(), host, { recursive: true })
  mkdirSync(path.join(host, path.dirname(IMPORT_MAP)), { recursive: true })
  const needed = new Set(OWN)
  for (const tarball of await packPlugins(path.join(dir, 'tarballs')))
    for (const name of await unpack(tarball)) needed.add(name)
  // Nothing but what the packages ask for: an import that none of them declares is not found.
  for (const name of needed) if (!name.startsWith('@cong-bo/')) install(name)
})

afterAll(() => rmSync(dir, { recursive: true, force: true }))

describe('the packages', () => {
  it('are named and versioned like the project, and bring nothing that a host must bring', () => {
    const { version, dependencies } = json<Manifest>('package.json')
    expect([...manifests.values()].map((one) => [one.name, one.version])).toEqual(
      PLUGINS.map((plugin) => [`@cong-bo/${plugin}`, version]),
    )
    for (const manifest of manifests.values()) {
      const brought = Object.keys(manifest.dependencies)
      expect(brought.filter((name) => /^(payload|next|react|react-dom|graphql)$|^@payloadcms\//.test(name))).toEqual([])
      expect(Object.fromEntries(brought.map((name) => [name, dependencies[name]]))).toEqual(manifest.dependencies)
      expect(manifest.peerDependencies.payload).toBe(`^${dependencies.payload}`)
    }
  })
})

describe('what several packages hold', () => {
  it('has no identity that two copies would not share', () => {
    const files = readdirSync('lib', { recursive: true }).map(String)
    for (const file of files.filter((name) => /(?<!\.spec)\.tsx?$/.test(name)))
      expect([file, /^(?:export )?(?:abstract )?class |\bSymbol\(/m.test(readFileSync(`lib/${file}`, 'utf8'))]).toEqual(
        [file, false],
      )
  })
})

describe("a stranger's project", () => {
  let found: Record<string, Record<string, unknown>>

  beforeAll(async () => {
    // Compiled against the types of the packages: whatever does not fit them ends the test here.
    const tsc = path.join(ROOT, 'node_modules/typescript/bin/tsc')
    await run(process.execPath, [tsc, '-p', host]).catch((error: { stdout: string }) => {
      throw new Error(error.stdout)
    })
    const { stdout } = await run(process.execPath, ['--conditions=production', 'built/walk.js'], {
      cwd: host,
      env: {
        PATH: process.env.PATH,
        NODE_ENV: 'development',
        PAYLOAD_FORCE_DRIZZLE_PUSH: 'true',
        PAYLOAD_SECRET: randomUUID(),
      },
    })
    found = JSON.parse(stdout.slice(stdout.lastIndexOf('\n{') + 1)) as typeof found
  })

  it('has its texts approved by its own people, in its own steps and languages', () => {
    expect(found.approvals).toEqual({
      incomplete: expect.stringMatching(/^422 CONTENT_INVALID: /),
      submitted: 'in_review',
      frozen: [expect.objectContaining({ data: { code: 'WORKFLOW_FROZEN' } })],
      own: expect.stringMatching(/^403 WORKFLOW_CONFLICT_OF_DUTY: /),
      unticked: expect.stringContaining('The salt is right'),
      stranger: expect.stringMatching(/^403 WORKFLOW_NOT_YOUR_STEP: The step “Tasting” /),
      french: ['Dégustation (Goûteur)', 'Au passe (Chef)'],
      tasted: 'in_review',
      passed: 'published',
    })
    expect(found.label).toBe('Approval trail')
    expect(found.site).toBe('https://www.kitchen.example')
  })

  it('publishes exactly what was approved, and keeps it', () => {
    const method = { '@en': 'Slowly.', '@fr': 'Lentement.' }
    expect(found.published).toEqual({
      url: '/recipes/pho',
      capacities: ['taste: Taster', 'pass: Chief'],
      content: {
        name: { '@en': 'Phở', '@fr': 'La soupe' },
        slug: 'pho',
        method,
        cuisine: { collection: 'cuisines', key: 'viet', name: { '@en': 'Vietnamese' } },
        photo: {
          filename: 'steam.txt',
          mimeType: 'text/plain',
          size: 5,
          sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        },
      },
      file: 'steam',
      untouched: method,
    })
    expect(found.term).toEqual({ '@en': 'Vietnamese' })
    expect(found.audit).toMatchObject({ streams: 1, events: 4, publications: 2, faults: [] })
  })

  it('is held to its approvals by every door', () => {
    expect(found.bypasses).toEqual({
      status: expect.stringContaining('through its approvals only'),
      state: 'published',
      log: expect.stringContaining('Only the system adds to this log'),
      events: expect.stringContaining('Only the system adds to this log'),
      removal: expect.stringContaining('ever published cannot be deleted'),
    })
  })

  it('mails what it published to whoever asked for it', () => {
    expect(found.subscription).toEqual({ form: true, asked: 202, confirmed: 200, elsewhere: [404, 405] })
    expect(found.digest).toEqual({ mails: 1, french: true })
  })

  it('starts only with options that can be used, and is told which cannot', () => {
    expect(found.starts).toEqual({
      right: 'not refused',
      drafts: expect.stringMatching(
        /^publications: governed\.recipes: "recipes" must not have drafts, which could be /,
      ),
      pruned: expect.stringMatching(/^publications: governed\.recipes: "recipes" must keep all its versions, /),
      collection: 'publications: governed.soups: there is no collection "soups"',
      address: expect.stringMatching(/^publications: governed\.recipes: needs a public text field "slug", /),
      reference: 'publications: references.cuisines: there is no field "colour"',
      people: 'workflow: people.role: "cooks" has no field "rank"',
      absence: 'workflow: people.absence.from: "cooks" has no field "away"',
      expiry: 'workflow: expires.recipes: "recipes" has no field "eaten"',
      role: 'workflow: roles: a definition names the role "owner", which has no label',
      ungoverned: expect.stringMatching(/^workflow: definitions\.cuisines: publications does not govern "cuisines"; /),
      unapproved: expect.stringMatching(/^Workflow "recipe": has no approving step, /),
      sender: expect.stringMatching(/^digest: mailFrom: /),
      hours: expect.stringMatching(/^digest: schedule: /),
      media: expect.stringMatching(/^publications: media: "cuisines" is no upload collection\n/),
      unmarked: expect.stringMatching(/^publications: the field "photo" is marked public, /),
      facet: expect.stringMatching(/^digest: facetCollections\.topics: /),
      folder: 'digest: dataDir: must be an absolute folder',
      alone: 'workflow: needs the publications plugin before it in the list of plugins',
    })
  })

  it('finds every component of its admin in the packages', () => {
    const { resolve } = createRequire(path.join(host, 'payload.config.ts'))
    const map = readFileSync(path.join(host, IMPORT_MAP), 'utf8')
    const components = [...map.matchAll(/^import \{ (\w+) as \w+ \} from '(@cong-bo\/[^']+)'$/gm)]
    expect(components.length).toBeGreaterThan(10)
    for (const [, name, module] of components)
      expect(readFileSync(resolve(module!), 'utf8')).toMatch(new RegExp(`^export const ${name}\\b`, 'm'))
    // Nothing leads into the folders of the project that the plugins come from.
    expect(map).not.toMatch(/'[./]*plugins\//)
  })
})

/** Options of an interface in a file of types, as it is written. */
const optionsOf = (file: string, name: string): string[] => {
  const body = new RegExp(`^export interface ${name}\\b[^{]*\\{\\n([\\s\\S]*?)^\\}`, 'm').exec(
    readFileSync(file, 'utf8'),
  )?.[1]
  return [...(body ?? '').matchAll(/^ {2}(\w+)\??:/gm)].map(([, option]) => option!)
}

describe('the guide of a package', () => {
  const guide = (plugin: string) => readFileSync(`plugins/${plugin}/README.md`, 'utf8')

  it.each([
    ['publications', ['recipes.ts', 'publishing.ts', 'payload.config.ts']],
    ['workflow', ['approval.ts', 'rounds.ts']],
    ['digest', ['digests.ts', 'pages.ts']],
  ])('to %s shows the code of the project above', (plugin, files) => {
    for (const file of files) expect(guide(plugin)).toContain(readFileSync(inStranger(file), 'utf8').trim())
  })

  it.each([
    ['publications', ['PublicationsSettings', 'GovernedCollection', 'ReferenceCollection']],
    ['workflow', ['WorkflowOptions', 'PeopleOptions', 'NoticeOptions']],
    ['digest', ['DigestOptions']],
  ])('to %s names every option', (plugin, interfaces) => {
    const options = interfaces.flatMap((name) => optionsOf(`plugins/${plugin}/types.ts`, name))
    expect(options.length).toBeGreaterThan(8)
    expect(options.filter((option) => !guide(plugin).includes(`\`${option}\``))).toEqual([])
  })

  it('leads to files that are there', () => {
    for (const plugin of PLUGINS)
      for (const [, file] of guide(plugin).matchAll(/\]\((\.{1,2}\/[^)#]+)/g))
        expect([plugin, file, existsSync(path.join('plugins', plugin, file!))]).toEqual([plugin, file, true])
  })
})
