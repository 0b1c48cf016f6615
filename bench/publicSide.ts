import type { Server } from 'node:http'
import type { Payload } from 'payload'
import type { Clock } from '../lib/time/clock.ts'
import { openDelivery } from '../plugins/delivery/index.ts'
import type { Environment } from '../src/config/environment.ts'
import { createApplication } from '../src/http/application.ts'
import { listen } from '../src/http/httpServer.ts'

type Delivery = Awaited<ReturnType<typeof openDelivery>>

/**
 * The public API on a port and a catalogue of its own, without the limit by network, which would end a measurement after a
 * second.
 *
 * @param args.name of the folder of its catalogue
 * @param args.cache whether answers stay in memory
 */
export const servePublicSide = async (args: {
  payload: Payload
  environment: Environment
  clock: Clock
  name: string
  cache: boolean
}): Promise<{ delivery: Delivery; server: Server }> => {
  const { payload, environment, clock, name, cache } = args
  const { dataDir, mediaDir, publicUrl } = environment
  const delivery = await openDelivery({ payload, clock, dataDir: `${dataDir}/${name}`, mediaDir, publicUrl, cache })
  const application = createApplication({
    payload,
    config: payload.config,
    environment,
    clock,
    log: payload.logger,
    mounts: delivery.handlers.map((handler) => ({ ...handler, perMinute: Number.POSITIVE_INFINITY })),
    probes: {},
  })
  const server = await listen({
    application,
    fastPaths: [delivery.fastPath],
    admits: async () => true,
    isKnownHost: () => true,
    port: 0,
    host: '127.0.0.1',
  })
  return { delivery, server }
}
