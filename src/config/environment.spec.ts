import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { describe, expect, it } from 'vitest'
import { EnvironmentError, readEnvironment } from './environment.ts'

const PAYLOAD_SECRET = randomBytes(32).toString('hex')
const read = (env: Record<string, string>) =>
  readEnvironment({ PAYLOAD_SECRET, ...env } as Partial<NodeJS.ProcessEnv> as NodeJS.ProcessEnv, tmpdir())
const said = (env: Record<string, string>): string => {
  try {
    read(env)
  } catch (error) {
    expect(error).toBeInstanceOf(EnvironmentError)
    return (error as Error).message
  }
  return ''
}

describe('a value that cannot be used', () => {
  it.each([
    ['PORT', 'eighty', /PORT phải là số nguyên từ 0 đến 65535.* \/ PORT must be a whole number from 0 to 65535/],
    ['PORT', '65536', /PORT phải là/],
    ['TRUST_PROXY', '-1', /từ 0 đến 10/],
    ['DATABASE_URI', 'postgres://x', /file: .*mongodb:/],
    ['PAYLOAD_SECRET', 'short', /32 ký tự/],
    ['PUBLIC_URL', 'https://x.vn/path', /không có đường dẫn/],
    ['SITE_URL', 'x.vn', /https:/],
    ['SITE_PORT', 'eighty', /hoặc off/],
    ['SITE_PORT', '0', /từ 1 đến 65535/],
    ['SITE_PORT', '3000', /khác PORT/],
    ['SITE_ADDRESSES', '192.0.2.7, website.example', /192\.0\.2\.7/],
    ['SITE_ADDRESSES', '192.0.2.0/33', /mạng/],
    ['SMTP_URL', 'http://x', /smtp:/],
    ['BOUNCE_LISTEN', '127.0.0.1:2424', /lmtp:/],
    ['BOUNCE_LISTEN', 'lmtp://127.0.0.1', /lmtp:/],
    ['BOUNCE_IMAP_URL', 'https://mail.example.vn', /imaps:/],
    ['BOUNCE_IMAP_URL', 'imaps://mail.example.vn/INBOX', /imaps:/],
    ['MAIL_FROM', 'nobody', /no-reply@/],
    ['MAIL_PAUSED', 'maybe', /0 hoặc 1/],
    ['DKIM_SELECTOR', 'a b', /bộ chọn/],
    ['DKIM_DOMAIN', 'a/b', /tên miền/],
    ['DKIM_KEY_FILE', '/key.pem', /cả ba/],
    ['ROLE', 'both', /all, web hoặc worker/],
    ['HOST', '0.0.0.0', /loopback/],
    ['METRICS_TOKEN', 'x', /32 ký tự/],
    ['WEBHOOK_HOSTS', 'https://website.noi-bo', /website\.noi-bo/],
    ['WEBHOOK_HOSTS', 'website.noi-bo, *.gov.vn', /tên máy/],
    ['WEBHOOK_HOSTS', '10.0.0.0/8', /tên máy/],
  ])('of %s, such as %s, is told in one line, in Vietnamese and English', (name, value, expected) => {
    const message = said({ [name]: value })
    expect(message).toMatch(expected)
    expect(message).toMatch(new RegExp(`^${name} [^\\n]* / ${name} [^\\n]*$`))
    expect(message).not.toMatch(/Invalid|expected/)
  })

  it('of SITE_ADDRESSES is none when it lists addresses and networks', () => {
    const { siteAddresses } = read({ SITE_ADDRESSES: '192.0.2.7, 2001:db8::/48' })
    expect(siteAddresses!.check('192.0.2.7')).toBe(true)
    expect(siteAddresses!.check('192.0.2.8')).toBe(false)
    expect(siteAddresses!.check('2001:db8:0:1::5', 'ipv6')).toBe(true)
  })

  it('of WEBHOOK_HOSTS is none when it lists machines, with or without a port', () => {
    expect(read({ WEBHOOK_HOSTS: ' Website.Noi-Bo,10.0.0.7:8443 [fd00::7]:443 ' }).webhookHosts).toEqual([
      ...['website.noi-bo', '10.0.0.7:8443', '[fd00::7]:443'],
    ])
    expect(read({}).webhookHosts).toEqual([])
  })

  it('is none when nothing is given, or the empty text', () => {
    expect(read({ PORT: '', HOST: '' })).toMatchObject({ port: 3000, host: '127.0.0.1', mode: 'demo' })
  })
})
