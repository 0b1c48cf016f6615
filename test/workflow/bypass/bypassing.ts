import { configToSchema } from '@payloadcms/graphql'
import { graphql } from 'graphql'
import { createPayloadRequest } from 'payload'
import { expect } from 'vitest'
import { type PublicSide, startPublicSide } from '../../delivery/support/publicSide.ts'
import type { Login } from '../../support/portal.ts'
import { watchCommits } from './commits.ts'
import { filesStanding, type Rows, rowsStanding } from './standing.ts'
import { inStates, type State } from './states.ts'

export const COLLECTIONS = ['directives', 'bulletins', 'videos', 'notices', 'pages'] as const
export type Governed = (typeof COLLECTIONS)[number]
/** Names of the collections in GraphQL. */
export const TYPES: Record<Governed, string> = {
  directives: 'Directive',
  bulletins: 'Bulletin',
  videos: 'Video',
  notices: 'Notice',
  pages: 'Page',
}
/** All logins: one per role, and a second person for roles with two. */
export const LOGINS = [
  'author',
  'author2',
  'editor',
  'secretary',
  'head',
  'deputy',
  'mail',
  'auditor',
  'admin',
] as const satisfies Login[]
/** A login over the network, nobody, or code inside the process that bypasses access rules. */
export type Who = Login | 'nobody' | 'inside'

/**
 * Whether everybody tries everything in every state. The rules are the same code on every database; on MongoDB one person
 * of each kind tries it in one state of each kind.
 */
export const TRIES_ALL = process.env.TEST_DATABASE !== 'mongodb'

/** A response: its status and the code of its first error. */
export interface Answer {
  status: number
  code?: string
  /** The document in the response, if any. */
  doc?: Record<string, unknown>
}

/** A document in a state. */
export interface Target {
  collection: Governed
  id: string
  key: string
  slug: string
  /** Id of its first version. */
  version: string
  /** The file it shows, if any. */
  file?: string
}

const body = {
  root: {
    type: 'root',
    version: 1,
    direction: null,
    format: '',
    indent: 0,
    children: [
      {
        type: 'paragraph',
        version: 1,
        direction: null,
        format: '',
        indent: 0,
        children: [{ type: 'text', version: 1, text: 'Nội dung', format: 0, mode: 'normal', style: '', detail: 0 }],
      },
    ],
  },
}

/** The real portal, with every way of writing that Payload offers. */
export interface Bypass {
  portal: PublicSide
  /** The data of a new document of a collection. */
  data: (collection: Governed) => Record<string, unknown>
  /** A document in a state, shared by all attempts that are refused: a refusal does not change it. */
  shared: (collection: Governed, state: State) => Promise<Target>
  /** A separate document in a state, for attempts that succeed. */
  fresh: (collection: Governed, state: State) => Promise<Target>
  /** A separate draft, for attempts that succeed. */
  draft: (collection: Governed) => Promise<Target>
  /** Sends a form as multipart, anything else as JSON. */
  rest: (who: Who, method: string, url: string, body?: unknown) => Promise<Answer>
  gql: (who: Who, source: string) => Promise<Answer>
  /** Runs code in the process: without access rules, or as a person with them. */
  inside: (who: Who, work: (as: { overrideAccess: boolean; user?: object }) => Promise<unknown>) => Promise<Answer>
  /** Everything that a refused write must not change. */
  standing: (target: Target) => Promise<unknown>
}

interface Failure {
  name?: string
  status?: number
  message: string
  data?: { code?: string }
}

/** The response for an error that no hook converts. Payload's own refusal by an access rule has no code. */
const said = ({ name, status = 500, data }: Failure): Answer => ({
  status,
  code: data?.code ?? (name === 'Forbidden' ? 'FORBIDDEN' : undefined),
})

/** A file with its data, as a browser sends it. */
export const form = (name: string, data: object, text?: string): FormData => {
  const sent = new FormData()
  if (text !== undefined) sent.set('file', new Blob([text], { type: 'text/vtt' }), name)
  sent.set('_payload', JSON.stringify(data))
  return sent
}
export const WEBVTT = 'WEBVTT\n\n00:00.000 --> 00:02.000\nXin chào bà con\n'

/** Starts the portal with its public side and logged-in people. */
export const startBypass = async (): Promise<Bypass> => {
  const portal = await startPublicSide()
  const commits = watchCommits(portal.databaseUri)
  const untouched = await commits.now()
  const { payload, config, dir } = portal
  const { schema } = configToSchema(config)
  const idOf = async (collection: string, code: string) =>
    (
      (await payload.find({ collection, where: { code: { equals: code } } })).docs[0] as unknown as {
        id: string
      }
    ).id
  const docType = await idOf('document-types', 'KH')
  const organisation = await idOf('organisations', 'ubnd-tinh-soc-trang')
  let made = 0

  const rest: Bypass['rest'] = async (who, method, url, sent) => {
    const token = who === 'nobody' || who === 'inside' ? undefined : await portal.as(who)
    const answer = await portal.rest(method, url, { token, body: sent })
    const errors = answer.body.errors as { code?: string }[] | undefined
    return { status: answer.status, code: errors?.[0]?.code, doc: (answer.body.doc ?? answer.body) as Answer['doc'] }
  }

  const upload = await rest('author', 'POST', '/media', form('phu-de.vtt', {}, WEBVTT))
  expect(upload).toMatchObject({ status: 201 })
  const file = String(upload.doc!.id)
  expect(await commits.now(), 'a commit is noticed').not.toBe(untouched)

  const stands = new Map<string, { commit: number; rows: Rows }>()
  /** While nobody commits anything, no row can have changed; then the rows are read only once. */
  const rowsNow = async (target: Target): Promise<Rows> => {
    const commit = await commits.now()
    const known = stands.get(target.id)
    if (known && known.commit === commit) return known.rows
    const rows = await rowsStanding(portal, target)
    stands.set(target.id, { commit, rows })
    return rows
  }

  const data: Bypass['data'] = (collection) => {
    made += 1
    const title = `Văn bản thử ${made}`
    const own = {
      directives: { docType, issuer: organisation, number: made, symbol: 'KH-UBND', issuedOn: '2024-05-08', body },
      bulletins: { summary: 'Tóm tắt', byline: organisation, body },
      videos: {
        embedUrl: 'https://www.youtube-nocookie.com/embed/abcdefghijk',
        transcript: 'Lời thoại',
        captions: [{ lang: 'vi', file }],
      },
      notices: { body, expiresOn: '2027-06-30' },
      pages: { body, inMenu: true },
    }
    return { title, ...own[collection] }
  }

  const gql: Bypass['gql'] = async (who, source) => {
    const headers: Record<string, string> =
      who === 'nobody' || who === 'inside' ? {} : { authorization: `JWT ${await portal.as(who)}` }
    const request = new Request('http://127.0.0.1:3000/api/graphql', { method: 'POST', headers })
    const req = await createPayloadRequest({ config, payloadInstanceCacheKey: dir, request })
    const { errors } = await graphql({ schema, source, contextValue: { req, headers: {} } })
    const failure = errors?.[0]?.originalError as Failure | undefined
    if (errors && !failure) throw new Error(errors[0]!.message)
    return failure ? said(failure) : { status: 200 }
  }

  const users = new Map<string, Promise<object>>()
  const userOf = (login: Login): Promise<object> => {
    const known = users.get(login)
    if (known) return known
    const found = payload
      .find({ collection: 'users', where: { email: { equals: `${login}@demo.local` } }, depth: 0 })
      .then(({ docs }) => ({ ...docs[0]!, collection: 'users' }))
    users.set(login, found)
    return found
  }
  const inside: Bypass['inside'] = async (who, work) => {
    const as = who === 'inside' ? { overrideAccess: true } : { overrideAccess: false }
    const user = who === 'inside' || who === 'nobody' ? {} : { user: await userOf(who) }
    return work({ ...as, ...user }).then((result) => {
      const errors = (result as { errors?: { code?: string }[] } | null)?.errors
      return errors?.length ? { status: 400, code: errors[0]!.code } : { status: 200 }
    }, said)
  }

  const draft: Bypass['draft'] = async (collection) => {
    const { status, doc } = await rest('author', 'POST', `/${collection}`, data(collection))
    expect(status).toBe(201)
    const id = String(doc!.id)
    const row = await payload.findByID({ collection, id, depth: 0, showHiddenFields: true })
    const { key, slug } = row as unknown as { key: string; slug: string }
    const found = await payload.findVersions({ collection, where: { parent: { equals: id } }, limit: 1 })
    return {
      collection,
      id,
      key,
      slug,
      version: String(found.docs[0]!.id),
      ...(collection === 'videos' ? { file } : {}),
    }
  }

  return {
    portal: {
      ...portal,
      stop: async () => {
        commits.close()
        await portal.stop()
      },
    },
    data,
    draft,
    rest,
    gql,
    inside,
    ...inStates({ portal, rest, draft }),
    standing: async (target) => {
      const rows = await rowsNow(target)
      return { ...rows, bytes: filesStanding(portal, rows) }
    },
  }
}
