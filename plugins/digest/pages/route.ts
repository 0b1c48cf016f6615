import type { Client, DigestHandler } from './site.ts'

const fits = (path: string, pathname: string): boolean => {
  const [wanted, given] = [path.split('/'), pathname.split('/')]
  return (
    wanted.length === given.length &&
    wanted.every((part, at) => (part.startsWith(':') ? given[at] !== '' : part === given[at]))
  )
}

/**
 * One handler for all pages, for a server that routes by folders (a catch-all route of Next) and not by the paths of
 * the handlers. Answers 404 to an unknown path, 405 to an unsupported method, and `HEAD` like `GET` without a body.
 */
export const digestRoute =
  (handlers: readonly DigestHandler[]) =>
  async (request: Request, client?: Client): Promise<Response> => {
    const { pathname } = new URL(request.url)
    const here = handlers.filter(({ path }) => fits(path, pathname))
    const isHead = request.method === 'HEAD'
    const handler = here.find(({ method }) => method === (isHead ? 'GET' : request.method))
    if (!here.length) return new Response(null, { status: 404 })
    if (!handler)
      return new Response(null, { status: 405, headers: { allow: here.map(({ method }) => method).join(', ') } })
    const response = await handler.handle(request, client)
    return isHead ? new Response(null, response) : response
  }
