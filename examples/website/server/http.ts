import http from 'node:http'
import https from 'node:https'

export interface Received {
  status: number
  headers: http.IncomingHttpHeaders
  text: string
}

/** Sends one request to the CMS. */
export type Send = (args: {
  method: 'GET' | 'POST'
  path: string
  headers?: Record<string, string>
}) => Promise<Received>

/** Milliseconds in which the CMS has to answer. */
const PATIENCE_MS = 5_000
/** Bytes of the longest answer that is read. */
const LONGEST = 8 * 1024 * 1024

/**
 * Sends requests to the CMS over connections that stay open. It is called by its public name, because it answers to no
 * other, wherever it is reached.
 *
 * @param args.apiUrl origin at which it is reached
 * @param args.publicUrl origin by which it is called
 * @throws Error (from the returned function) when it cannot be reached, is too slow, or answers without end
 */
export const sender = (args: { apiUrl: string; publicUrl: string; token?: string }): Send & { close: () => void } => {
  const base = new URL(args.apiUrl)
  const library = base.protocol === 'https:' ? https : http
  const agent = new library.Agent({ keepAlive: true, maxSockets: 32, maxFreeSockets: 8 })
  const own: Record<string, string> = {
    host: new URL(args.publicUrl).host,
    ...(args.token ? { 'x-site-token': args.token } : {}),
  }
  const send: Send = ({ method, path, headers }) =>
    new Promise((resolve, reject) => {
      const request = library.request(
        {
          agent,
          method,
          path,
          hostname: base.hostname.replace(/^\[|\]$/g, ''),
          port: base.port || undefined,
          servername: new URL(args.publicUrl).hostname,
          headers: { ...own, ...headers },
          signal: AbortSignal.timeout(PATIENCE_MS),
        },
        (response) => {
          const chunks: Buffer[] = []
          let bytes = 0
          response.on('data', (chunk: Buffer) => {
            bytes += chunk.length
            if (bytes > LONGEST) request.destroy(new Error('the answer is too long'))
            else chunks.push(chunk)
          })
          response.on('error', reject)
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              text: Buffer.concat(chunks).toString('utf8'),
            }),
          )
        },
      )
      request.on('error', reject)
      request.end()
    })
  return Object.assign(send, { close: () => agent.destroy() })
}
