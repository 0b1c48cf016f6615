import { configToSchema } from '@payloadcms/graphql'
import { graphql } from 'graphql'
import { createPayloadRequest } from 'payload'
import { expect } from 'vitest'
import { lastSeq } from '../../plugins/publications/index.ts'
import { type Login, type Portal, startPortal } from '../support/portal.ts'

export const COLLECTIONS = ['directives', 'bulletins', 'videos', 'notices'] as const
export type Governed = (typeof COLLECTIONS)[number]
export const STATES = ['draft', 'editing', 'approving', 'published', 'withdrawn'] as const
export type State = (typeof STATES)[number]
/** Somebody over the network, nobody at all, or code inside the process that asks no access rule. */
export type Who = Login | 'nobody' | 'inside'

/** What was answered: its status and the code of its first error. */
export interface Answer {
  status: number
  code?: string
  /** The value named, where a call answers with what it did. */
  doc?: Record<string, unknown>
}

/** A document in a state. */
export interface Target {
  collection: Governed
  id: string
  /** The first of its versions. */
  version: string
}

/** One way to write, with or without what it is refused for. */
export type Call = (who: Who, target: Target, poison: Record<string, unknown>) => Promise<Answer>

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

/** Who decides at each step of a chain, in order. */
const APPROVERS: Record<Governed, Login[]> = {
  directives: ['editor', 'secretary', 'head'],
  bulletins: ['editor', 'secretary', 'head'],
  videos: ['editor', 'secretary', 'head'],
  notices: ['editor', 'head'],
}

/** The portal as it is, and hands to write to it in every way that Payload offers. */
export interface Bypass {
  portal: Portal
  /** What a new document of a collection says. */
  data: (collection: Governed) => Record<string, unknown>
  /** A document in a state, shared by all that are refused there: a refusal leaves it as it was. */
  shared: (collection: Governed, state: State) => Promise<Target>
  /** A draft of its own, for what succeeds. */
  draft: (collection: Governed) => Promise<Target>
  rest: (who: Who, method: string, url: string, body?: unknown) => Promise<Answer>
  gql: (who: Who, source: string) => Promise<Answer>
  inside: (work: () => Promise<unknown>) => Promise<Answer>
  /** Everything that a refused write must leave alone. */
  standing: (target: Target) => Promise<unknown>
}

interface Failure {
  status?: number
  message: string
  data?: { code?: string }
}

export const startBypass = async (): Promise<Bypass> => {
  const portal = await startPortal()
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

  const data: Bypass['data'] = (collection) => {
    made += 1
    const title = `Văn bản thử ${made}`
    const own = {
      directives: { docType, issuer: organisation, number: made, symbol: 'KH-UBND', issuedOn: '2024-05-08', body },
      bulletins: { summary: 'Tóm tắt', byline: organisation, body },
      videos: { embedUrl: 'https://www.youtube-nocookie.com/embed/abcdefghijk', transcript: 'Lời thoại' },
      notices: { body },
    }
    return { title, ...own[collection] }
  }

  const rest: Bypass['rest'] = async (who, method, url, sent) => {
    const token = who === 'nobody' || who === 'inside' ? undefined : await portal.as(who)
    const answer = await portal.rest(method, url, { token, body: sent })
    const errors = answer.body.errors as { code?: string }[] | undefined
    return { status: answer.status, code: errors?.[0]?.code, doc: (answer.body.doc ?? answer.body) as Answer['doc'] }
  }

  const gql: Bypass['gql'] = async (who, source) => {
    const headers: Record<string, string> =
      who === 'nobody' || who === 'inside' ? {} : { authorization: `JWT ${await portal.as(who)}` }
    const request = new Request('http://127.0.0.1:3000/api/graphql', { method: 'POST', headers })
    const req = await createPayloadRequest({ config, payloadInstanceCacheKey: dir, request })
    const { errors } = await graphql({ schema, source, contextValue: { req, headers: {} } })
    const failure = errors?.[0]?.originalError as Failure | undefined
    if (errors && !failure) throw new Error(errors[0]!.message)
    return failure ? { status: failure.status ?? 500, code: failure.data?.code } : { status: 200 }
  }

  const inside: Bypass['inside'] = (work) =>
    work().then(
      (result) => {
        const errors = (result as { errors?: { code?: string }[] } | null)?.errors
        return errors?.length ? { status: 400, code: errors[0]!.code } : { status: 200 }
      },
      (error: Failure) => ({ status: error.status ?? 500, code: error.data?.code }),
    )

  const draft: Bypass['draft'] = async (collection) => {
    const { status, doc } = await rest('author', 'POST', `/${collection}`, data(collection))
    expect(status).toBe(201)
    const id = String(doc!.id)
    const found = await payload.findVersions({ collection, where: { parent: { equals: id } }, limit: 1 })
    return { collection, id, version: String(found.docs[0]!.id) }
  }

  const step = async (who: Login, { collection, id }: Target, action: string) => {
    const url = `/workflow/${collection}/${id}`
    const { seq } = (await rest(who, 'GET', url)).doc as { seq: number }
    const answer = await rest(who, 'POST', `${url}/${action}`, { expected: seq, reason: 'Ban hành nhầm' })
    expect(answer, `${action} by ${who}`).toMatchObject({ status: 200 })
  }

  const inState = async (collection: Governed, state: State): Promise<Target> => {
    const target = await draft(collection)
    const approvers = APPROVERS[collection]
    if (state !== 'draft') await step('author', target, 'submit')
    const taken = { draft: 0, editing: 0, approving: 1, published: approvers.length, withdrawn: approvers.length }
    for (const who of approvers.slice(0, taken[state])) await step(who, target, 'approve')
    if (state === 'withdrawn') await step('head', target, 'withdraw')
    return target
  }

  const targets = new Map<string, Promise<Target>>()
  return {
    portal,
    data,
    draft,
    rest,
    gql,
    inside,
    shared: (collection, state) => {
      const name = `${collection} ${state}`
      if (!targets.has(name)) targets.set(name, inState(collection, state))
      return targets.get(name)!
    },
    standing: async ({ collection, id }) => ({
      row: await payload.db.findOne({ collection, where: { id: { equals: id } } }),
      documents: (await payload.count({ collection })).totalDocs,
      versions: (await payload.countVersions({ collection })).totalDocs,
      events: (await payload.count({ collection: 'workflow-events' })).totalDocs,
      published: await lastSeq({ payload }),
    }),
  }
}
