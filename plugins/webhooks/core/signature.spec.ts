import fc from 'fast-check'
import { Webhook } from 'standardwebhooks'
import { describe, expect, it } from 'vitest'
import { signedHeaders } from './signature.ts'

/** As the specification prints it. */
const EXAMPLE_KEY = 'MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'

const secretOf = (bytes: Uint8Array) => `whsec_${Buffer.from(bytes).toString('base64')}`
const secret = fc.uint8Array({ minLength: 24, maxLength: 64 }).map(secretOf)
const now = () => Math.floor(Date.now() / 1000)

describe('the headers of a message', () => {
  it('are those of the example of the specification', () => {
    expect(
      signedHeaders({
        secrets: [`whsec_${EXAMPLE_KEY}`],
        id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
        timestamp: 1614265330,
        body: '{"test": 2432232314}',
      }),
    ).toEqual({
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    })
  })

  it('verify with the package of the specification, by each of the secrets, whatever the body is', () => {
    fc.assert(
      fc.property(secret, secret, fc.json(), (one, other, body) => {
        const headers = signedHeaders({ secrets: [one, other], id: 'msg_1', timestamp: now(), body })
        for (const each of [one, other]) expect(new Webhook(each).verify(body, headers)).toEqual(JSON.parse(body))
      }),
      { numRuns: 30 },
    )
  })

  it('verify with no other secret, body, id or time', () => {
    fc.assert(
      fc.property(secret, secret, fc.json(), (one, other, body) => {
        fc.pre(one !== other)
        const timestamp = now()
        const headers = signedHeaders({ secrets: [one], id: 'msg_1', timestamp, body })
        const refused = (key: string, text: string, changed: object) =>
          expect(() => new Webhook(key).verify(text, { ...headers, ...changed })).toThrow()
        refused(other, body, {})
        refused(one, `${body} `, {})
        refused(one, body, { 'webhook-id': 'msg_2' })
        refused(one, body, { 'webhook-timestamp': String(timestamp - 1) })
      }),
      { numRuns: 30 },
    )
  })
})
