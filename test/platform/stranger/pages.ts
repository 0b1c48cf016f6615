import { digestHandlers, digestRoute } from '@cong-bo/digest'
import { systemClock } from '@cong-bo/publications'
import { getPayload } from 'payload'
import config from './payload.config.js'

let pages: Promise<ReturnType<typeof digestRoute>> | undefined

const answer = async (request: Request): Promise<Response> => {
  // Made once, because the pages count how often somebody asks.
  pages ??= getPayload({ config }).then((payload) => digestRoute(digestHandlers({ payload, clock: systemClock })))
  return (await pages)(request, { ip: request.headers.get('x-real-ip') ?? undefined })
}

export { answer as GET, answer as POST }
