import { type MailAddress, networkOf, readAddress } from '../core/address.ts'
import { FACETS } from '../core/filter.ts'
import { type Fault, readRequest } from '../core/readRequest.ts'
import { requestManageLink } from '../useCases/requestManageLink.ts'
import { requestSubscription } from '../useCases/requestSubscription.ts'
import { formPage, LINK_PATH, linkPage, TRAP } from './formPage.ts'
import { type Body, readBody } from './readBody.ts'
import { json } from './shell.ts'
import {
  atNextTick,
  type DigestHandler,
  explained,
  type Frame,
  failed,
  knownValues,
  type Site,
  wantsJson,
} from './site.ts'
import { requestedPage } from './tokenPages.ts'

/** The requested locale, which the response uses too. */
const askedLocale = ({ locale }: Body): string | undefined => (typeof locale === 'string' ? locale : undefined)

/** Requests for a subscription and for a link to the manage page. Both give the same response whatever is stored. */
export const subscribing = (site: Site): DigestHandler[] => {
  const { payload, clock, locales, choices } = site

  /** Parses a form, then shows its errors or performs its action. */
  const asking =
    <Asked>(args: {
      read: (body: Body, frame: Frame) => Promise<{ asked: Asked } | { faults: Fault[] }>
      again: (frame: Frame, typed: Body, faults: Fault[]) => Response | Promise<Response>
      keep: (asked: Asked, network: string) => Promise<void>
      done: (frame: Frame) => string
    }): DigestHandler['handle'] =>
    async (request, client) => {
      const read = await readBody(request)
      const frame = await site.frame(request, 'body' in read ? askedLocale(read.body) : undefined)
      const asJson = wantsJson(request, read.isJson)
      if ('fault' in read) return failed(frame, read.fault, asJson)
      const { body } = read
      const result = await args.read(body, frame)
      if ('faults' in result) {
        const { faults } = result
        if (!asJson) return args.again(frame, body, faults)
        return json(422, {
          errors: faults.map(({ code, path, facet, what }) => ({
            ...explained(frame, code, [facet, what].filter(Boolean).join(': ')),
            path,
          })),
        })
      }
      // Only requests that may send a mail count towards the limit, so a typing error costs nothing.
      if (!site.mayAsk(client)) return failed(frame, 'RATE_LIMITED', asJson)
      try {
        await atNextTick(async () => {
          if (!body[TRAP]) await args.keep(result.asked, networkOf(client?.ip))
        })
      } catch (error) {
        payload.logger.error({ msg: 'a subscription request could not be stored', reason: (error as Error).name })
        return failed(frame, 'FAILED', asJson)
      }
      site.wake()
      const said = args.done(frame)
      return asJson ? json(202, { status: 'accepted', message: said }) : requestedPage(frame, said)
    }

  const subscribe = asking({
    read: async (body, { language }) => {
      const result = readRequest({ body, known: knownValues(await choices(language)), locales })
      return 'faults' in result ? result : { asked: result.request }
    },
    again: async (frame, typed, faults) =>
      formPage({ ...frame, status: 422, choices: await choices(frame.language), locales, typed, faults }),
    keep: async ({ address, ...wish }, network) => {
      if (!site.mayWriteTo('confirmation', address.key)) return
      const request = { ...wish, at: clock.now().toISOString(), network }
      await requestSubscription({ payload, address, request })
    },
    done: ({ messages }) => messages.requested.body,
  })

  const requestLink = asking<MailAddress>({
    read: async ({ email }) => {
      const address = typeof email === 'string' ? readAddress(email) : null
      return address ? { asked: address } : { faults: [{ code: 'EMAIL_INVALID', path: 'email', what: '' }] }
    },
    again: (frame, typed, faults) => linkPage({ ...frame, status: 422, typed, faults }),
    keep: async (address) => {
      if (site.mayWriteTo('link', address.key))
        await requestManageLink({ payload, address, at: clock.now().toISOString() })
    },
    done: ({ messages }) => messages.link.doneBody,
  })

  const form: DigestHandler['handle'] = async (request) => {
    const frame = await site.frame(request)
    // A website links here with what its reader looks at; nothing is chosen that is not in the form.
    const asked = new URL(request.url).searchParams
    const typed = Object.fromEntries(FACETS.map((facet) => [facet, asked.getAll(facet)]))
    return formPage({ ...frame, choices: await choices(frame.language), locales, typed })
  }

  return [
    { method: 'GET', path: '/subscriptions', handle: form },
    { method: 'POST', path: '/subscriptions', handle: subscribe },
    { method: 'GET', path: LINK_PATH, handle: async (request) => linkPage(await site.frame(request)) },
    { method: 'POST', path: LINK_PATH, handle: requestLink },
  ]
}
