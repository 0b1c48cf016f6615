import { isRecord } from '../../../lib/isRecord.ts'
import { isOvergrown } from '../../../lib/text/nesting.ts'

/** Maximum body size; a form with every box ticked stays far below. */
const LARGEST_BODY = 64 * 1024

/** Fields by name; repeated fields of a form become arrays. */
export type Body = Record<string, unknown>

export type ReadBody = { body: Body; isJson: boolean } | { fault: 'BODY_INVALID' | 'BODY_TOO_LARGE'; isJson: boolean }

const readLimited = async (request: Request): Promise<Uint8Array<ArrayBuffer> | null> => {
  const chunks: Uint8Array[] = []
  let size = 0
  if (!request.body) return new Uint8Array()
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength
    if (size > LARGEST_BODY) return null
    chunks.push(chunk)
  }
  return Uint8Array.from(Buffer.concat(chunks))
}

const fieldsOf = (form: FormData): Body => {
  const fields: Body = {}
  for (const name of new Set(form.keys())) {
    const values = form.getAll(name).filter((value) => typeof value === 'string')
    fields[name] = values.length > 1 ? values : values[0]
  }
  return fields
}

/** Parses a request's body as JSON, form or multipart, by its content type. Never throws for bad input. */
export const readBody = async (request: Request): Promise<ReadBody> => {
  const type = request.headers.get('content-type') ?? ''
  const isJson = /^application\/(.+\+)?json\b/i.test(type)
  const bytes = await readLimited(request)
  if (!bytes) return { fault: 'BODY_TOO_LARGE', isJson }
  try {
    if (isJson && isOvergrown(new TextDecoder().decode(bytes))) return { fault: 'BODY_INVALID', isJson }
    const answer = new Response(bytes, { headers: { 'content-type': type } })
    const body: unknown = isJson ? await answer.json() : fieldsOf(await answer.formData())
    if (!isRecord(body)) return { fault: 'BODY_INVALID', isJson }
    return { body: body as Body, isJson }
  } catch {
    return { fault: 'BODY_INVALID', isJson }
  }
}
