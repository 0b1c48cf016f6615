import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import axe from 'axe-core'
import type { APIRequestContext, Browser, BrowserContext, Page } from 'playwright-core'
import { launchBrowser } from '../../support/browser.ts'
import { type BuiltServer, startBuiltServer } from './server.ts'

export type Person = 'author' | 'author2' | 'editor' | 'secretary' | 'head' | 'deputy' | 'mail' | 'auditor' | 'admin'

/** The part of a document's workflow view that the tests use. */
export interface View {
  state: string
  seq: number
  url: string | null
  timeline: { type: string; reason?: string; comment?: string; changeNote?: string }[]
}

/** The demo people in their browsers. */
export interface Office {
  origin: string
  /** Opens a window for a logged-in person; their machine may use another time zone. */
  open(person: Person, width?: number, timezoneId?: string): Promise<Page>
  /** Opens a window without a login. */
  openAnonymous(width?: number): Promise<Page>
  /** Creates a notice by the author. Returns its id. */
  notice(title: string): Promise<string>
  /** Creates a row over the API as a person. Returns its id. */
  made(person: Person, collection: string, data: object): Promise<string>
  /** Takes an action over the API. */
  act(person: Person, id: string, action: string, input?: object): Promise<View>
  view(person: Person, id: string): Promise<View>
  /** Address of a notice in the admin. */
  address(id: string): string
  /** Puts the mark of another system beside the database, as where its file was copied alone. */
  becomeCopy(): void
  /** Runs `congbo` beside the server, on its database. */
  congbo(...words: string[]): Promise<void>
  closeWindows(): Promise<void>
  /** Everything the server has printed since it started. */
  printed(): string
  stop(): Promise<void>
}

const paragraph = (text: string) => ({
  type: 'paragraph',
  version: 1,
  format: '',
  indent: 0,
  direction: 'ltr',
  children: [{ type: 'text', text, format: 0, style: '', mode: 'normal', detail: 0, version: 1 }],
})

/** A rich text made of paragraphs. */
export const prose = (...texts: string[]) => ({
  root: { type: 'root', version: 1, format: '', indent: 0, direction: 'ltr', children: texts.map(paragraph) },
})

const jsonOf = async <T>(asked: ReturnType<APIRequestContext['get']>): Promise<T> => {
  const response = await asked
  if (!response.ok()) throw new Error(`${response.url()} answered ${response.status()}: ${await response.text()}`)
  return (await response.json()) as T
}

/** Starts the built server and a browser. */
export const openOffice = async (): Promise<Office> => {
  const server: BuiltServer = await startBuiltServer()
  const browser: Browser = await launchBrowser()
  const { origin } = server
  const headers = { origin }
  const sessions = new Map<Person, Awaited<ReturnType<APIRequestContext['storageState']>>>()

  const session = async (person: Person) => {
    const known = sessions.get(person)
    if (known) return known
    const context = await browser.newContext()
    const data = { email: `${person}@demo.local`, password: 'congbo-demo' }
    await jsonOf(context.request.post(`${origin}/api/users/login`, { data, headers }))
    const state = await context.storageState()
    sessions.set(person, state)
    await context.close()
    return state
  }
  const window = async (width: number, person?: Person, timezoneId?: string) => {
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      locale: 'vi-VN',
      // On one machine, moving pictures and compressing would only take time from the test.
      reducedMotion: 'reduce',
      extraHTTPHeaders: { 'accept-encoding': 'identity' },
      timezoneId,
      ...(person ? { storageState: await session(person) } : {}),
    })
    context.setDefaultTimeout(90_000)
    return context
  }
  const asking = async <T>(
    person: Person,
    ask: (request: APIRequestContext) => ReturnType<APIRequestContext['get']>,
  ) => {
    const context = await window(1280, person)
    try {
      return await jsonOf<T>(ask(context.request))
    } finally {
      await context.close()
    }
  }
  const made = async (person: Person, collection: string, data: object) => {
    const { doc } = await asking<{ doc: { id: string } }>(person, (request) =>
      request.post(`${origin}/api/${collection}?locale=vi`, { data, headers }),
    )
    return doc.id
  }
  const workflow = (id: string) => `${origin}/api/workflow/notices/${id}`

  return {
    origin,
    congbo: server.congbo,
    becomeCopy: () => writeFileSync(path.join(server.dataDir, 'instance.json'), JSON.stringify({ id: randomUUID() })),
    open: async (person, width = 1280, timezoneId) => (await window(width, person, timezoneId)).newPage(),
    openAnonymous: async (width = 1280) => (await window(width)).newPage(),
    made,
    notice: (title) =>
      made('author', 'notices', {
        title,
        summary: 'Lịch tiếp công dân.',
        body: prose('Sở Tư pháp thông báo lịch tiếp công dân.'),
      }),
    act: async (person, id, action, input = {}) => {
      const { seq } = await asking<View>(person, (request) => request.get(workflow(id), { headers }))
      const data = { ...input, expected: seq }
      return asking<View>(person, (request) => request.post(`${workflow(id)}/${action}`, { data, headers }))
    },
    view: (person, id) => asking<View>(person, (request) => request.get(workflow(id), { headers })),
    address: (id) => `${origin}/admin/collections/notices/${id}`,
    closeWindows: async () => {
      const close = async (context: BrowserContext) => {
        // A request that a test holds back must not fail after its end.
        await Promise.all(context.pages().map((page) => page.unrouteAll({ behavior: 'ignoreErrors' })))
        await context.close()
      }
      await Promise.all(browser.contexts().map(close))
    },
    printed: server.printed,
    stop: async () => {
      await browser.close()
      await server.stop()
    },
  }
}

/** The panel's button with this name. */
export const button = (page: Page, name: string) => page.locator('.approval').getByRole('button', { name, exact: true })

/** The message that confirms an action. */
export const said = (page: Page) => page.locator('.approval__done')

const axeOn = async (page: Page, within: string): Promise<string[]> => {
  await page.evaluate(axe.source)
  const found = await page.evaluate(
    (context) =>
      (globalThis as unknown as { axe: typeof axe }).axe.run(context, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
      }),
    within,
  )
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

/** Number of retries on a page that is still hydrating, half a second apart. */
const TRIES = 20

/**
 * Violations of WCAG 2.2 A and AA that axe finds on the page and that persist.
 *
 * @param within selector of the part to check; parts covered by a drawer are not usable
 */
export const breaches = async (page: Page, within = 'html'): Promise<string[]> => {
  let found = await axeOn(page, within)
  for (let attempt = 1; found.length && attempt < TRIES; attempt += 1) {
    await page.waitForTimeout(500)
    found = await axeOn(page, within)
  }
  return found
}
