import type { Standing } from '../useCases/standing.ts'

/** How deliveries go, as the API tells a person. */
export type ShownStanding = Omit<Standing, 'failing'> & {
  failing: (NonNullable<Standing['failing']> & { message: string }) | null
}

/** What an endpoint answered, or one sentence why not; empty when the server could not be reached. */
export type Reply<T> = { value: T } | { failure: string }

/**
 * Calls an endpoint of one webhook with the person's session. Never throws.
 *
 * @param connection.base path of the API, such as `/api`
 * @param connection.language of sentences in the answer
 */
export const ask = async <T>(
  connection: { base: string; language: string },
  method: 'GET' | 'POST',
  webhook: string,
  path: 'standing' | 'test' | 'rotate',
): Promise<Reply<T>> => {
  try {
    const response = await fetch(`${connection.base}/webhooks/${encodeURIComponent(webhook)}/${path}`, {
      method,
      credentials: 'same-origin',
      cache: 'no-store',
      headers: { 'Accept-Language': connection.language },
    })
    const body = (await response.json()) as T & { errors?: { message?: string }[] }
    return response.ok ? { value: body } : { failure: body.errors?.[0]?.message ?? '' }
  } catch {
    return { failure: '' }
  }
}
