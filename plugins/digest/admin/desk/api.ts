/** What an endpoint answered, or one sentence why not; empty when the server could not be reached. */
export type Reply<T> = { value: T } | { failure: string }

export interface Connection {
  /** Path of the API, such as `/api`. */
  base: string
  /** Language of sentences in the answer. */
  language: string
}

/**
 * Calls an endpoint of the desk with the person's session. Never throws.
 *
 * @param path below `/api/digest/`, with its query
 * @param body sent as JSON, or as a form; without it the call only reads
 */
export const ask = async <T>(
  { base, language }: Connection,
  path: string,
  body?: object | FormData,
): Promise<Reply<T>> => {
  const isForm = body instanceof FormData
  try {
    const response = await fetch(`${base}/digest/${path}`, {
      method: body ? 'POST' : 'GET',
      credentials: 'same-origin',
      cache: 'no-store',
      headers: { 'Accept-Language': language, ...(body && !isForm ? { 'Content-Type': 'application/json' } : {}) },
      ...(body ? { body: isForm ? body : JSON.stringify(body) } : {}),
    })
    const answer = (await response.json()) as T & { errors?: { message?: string }[] }
    return response.ok ? { value: answer } : { failure: answer.errors?.[0]?.message ?? '' }
  } catch {
    return { failure: '' }
  }
}
