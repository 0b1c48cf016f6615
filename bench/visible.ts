import { performance } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'

const ROUNDS = 30
const POLL_MS = 2
const PATIENCE_MS = 10_000

type Json = Record<string, unknown>

const percentile = (sorted: number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!

/**
 * How long a citizen waits for what a head has just approved: from sending the last approval to the first answer of
 * the public API that shows the notice, over HTTP in one process.
 *
 * @param base origin of a whole server with the demo's people
 * @returns milliseconds over {@link ROUNDS} notices
 */
export const approvalToVisible = async (base: string, password: string) => {
  const send = async (path: string, token: string | undefined, body: Json): Promise<Json> => {
    const response = await fetch(base + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `JWT ${token}` } : {}) },
      body: JSON.stringify(body),
    })
    const json = (await response.json()) as Json
    if (!response.ok) throw new Error(`${path}: ${response.status} ${JSON.stringify(json)}`)
    return json
  }
  const login = async (name: string) =>
    String((await send('/api/users/login', undefined, { email: `${name}@demo.local`, password })).token)
  const [author, editor, head] = [await login('author'), await login('editor'), await login('head')]

  const waited: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const { doc } = (await send('/api/notices?locale=vi', author, {
      title: `Thông báo đo thời gian ${round}`,
      summary: 'Nội dung ngắn.',
    })) as { doc: { id: string; slug: string } }
    const act = (action: string, token: string, expected: number) =>
      send(`/api/workflow/notices/${doc.id}/${action}`, token, { expected })
    await act('submit', author, 0)
    await act('approve', editor, 1)
    const query = `{ notice(slug: "${doc.slug}") { title } }`
    const from = performance.now()
    const approved = act('approve', head, 2)
    for (;;) {
      const { data } = (await send('/graphql', undefined, { query })) as { data: { notice: unknown } }
      if (data.notice) break
      if (performance.now() - from > PATIENCE_MS) throw new Error('An approved notice did not become visible')
      await wait(POLL_MS)
    }
    waited.push(performance.now() - from)
    await approved
  }
  waited.sort((a, b) => a - b)
  const round = (ms: number) => Math.round(ms * 10) / 10
  return { rounds: ROUNDS, p50: round(percentile(waited, 0.5)), p99: round(percentile(waited, 0.99)) }
}
