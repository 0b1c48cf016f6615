import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readColumns, readRow } from './importRow.ts'

const now = new Date('2026-11-23T03:00:00.000Z')
const defaults = { locale: 'vi', locales: ['vi', 'km', 'en'], cadence: 'daily' as const, now }
const read = (header: string, cells: string[]) => readRow(readColumns(header.split(','))!, cells, defaults)
const rowOf = (header: string, cells: string[]) => {
  const result = read(header, cells)
  if ('fault' in result) throw new Error(result.fault)
  return result.row
}

const LISTMONK = 'uuid,email,name,attributes,status,created_at,updated_at'
const MAILCHIMP =
  'Email Address,First Name,Last Name,MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,LATITUDE,LONGITUDE,GMTOFF,DSTOFF,TIMEZONE,CC,REGION,LAST_CHANGED,LEID,EUID,NOTES,TAGS'
const mailchimp = (email: string, optin: string[], confirm: string[]) =>
  rowOf(MAILCHIMP, [email, 'An', '', '2', ...optin, ...confirm, ...Array<string>(12).fill('')])

describe('the columns of a list', () => {
  it('are those of listmonk, of Mailchimp, or of any table with addresses', () => {
    expect(readColumns(LISTMONK.split(','))?.source).toBe('listmonk')
    expect(readColumns(MAILCHIMP.split(','))?.source).toBe('mailchimp')
    expect(readColumns(['Tên', 'E-mail'])).toMatchObject({ source: 'csv', email: 'e_mail' })
    expect(readColumns(['name', 'phone'])).toBeNull()
    expect(readColumns([])).toBeNull()
  })
})

describe('a row of a list', () => {
  it('of Mailchimp proves a consent by the time and network of the confirmation', () => {
    expect(mailchimp('An@Example.vn', [], ['2016-04-18 13:51:14', '77.222.65.130'])).toBeDefined()
    expect(mailchimp('an@example.vn', ['', ''], ['2016-04-18 13:51:14', '77.222.65.130']).proof).toEqual({
      at: '2016-04-18T13:51:14.000Z',
      network: '77.222.65.0/24',
      method: '',
    })
  })

  it('of Mailchimp proves nothing without a network: so it marks what was imported there', () => {
    expect(mailchimp('an@example.vn', ['', ''], ['2015-03-16 14:40:47', '']).proof).toBeUndefined()
    expect(mailchimp('an@example.vn', ['2015-03-16 14:40:47', '1.2.3.4'], ['', '']).proof).toBeUndefined()
  })

  it('of listmonk proves a consent by attributes that say so', () => {
    const attributes = JSON.stringify({
      consent_at: '2024-05-03 10:20:30.123 +0000 UTC',
      consent_method: 'double opt-in',
    })
    expect(rowOf(LISTMONK, ['u', 'an@example.vn', 'An', attributes, 'enabled']).proof).toEqual({
      at: '2024-05-03T10:20:30.000Z',
      network: 'unknown',
      method: 'double opt-in',
    })
    for (const broken of ['{}', '[1]', 'null', '{"consent_at": 7}', '{', ''])
      expect(rowOf(LISTMONK, ['u', 'an@example.vn', 'An', broken, 'enabled']).proof).toBeUndefined()
  })

  it('is refused for whoever left there, or cannot be reached', () => {
    expect(read(LISTMONK, ['u', 'an@example.vn', '', '{}', 'blocklisted'])).toEqual({ fault: 'LEFT_THERE' })
    expect(read(LISTMONK, ['u', 'an@example.vn', '', '{}', 'disabled'])).toEqual({ fault: 'LEFT_THERE' })
    expect(read('Email Address,UNSUB_TIME', ['an@example.vn', '2020-01-01 00:00:00'])).toEqual({ fault: 'LEFT_THERE' })
    expect(read('Email Address,CLEAN_TIME', ['an@example.vn', '2020-01-01 00:00:00'])).toEqual({
      fault: 'BOUNCED_THERE',
    })
    expect(read('email,status', ['an@example.vn', 'Pending'])).toEqual({ fault: 'NOT_SUBSCRIBED_THERE' })
    expect(read('email', [''])).toEqual({ fault: 'EMAIL_MISSING' })
  })

  it.each([
    ['An <an@example.vn>', 'an@example.vn'],
    ['mailto:an@example.vn;', 'an@example.vn'],
    ["'an@example.vn'", 'an@example.vn'],
    ['=an@example.vn', 'an@example.vn'],
  ])('is mended: %s', (typed, address) => {
    expect(rowOf('email', [typed])).toMatchObject({ address: { address }, repairs: ['ADDRESS_TIDIED'] })
  })

  it.each(['an', 'an@', '@b.vn', '=cmd|calc!A1', 'a@b.vn,c@d.vn', 'a b@c.vn', 'a@b.vn\r\nBcc: c@d.vn'])(
    'is refused: %j',
    (typed) => expect(read('email', [typed])).toEqual({ fault: 'EMAIL_INVALID' }),
  )

  it('takes a language and a cadence that are offered, and says what it replaced', () => {
    expect(rowOf('email,locale,cadence', ['a@b.vn', 'KM', 'weekly'])).toMatchObject({
      locale: 'km',
      cadence: 'weekly',
      repairs: [],
    })
    expect(rowOf('email,locale,cadence', ['a@b.vn', 'fr', 'hourly'])).toMatchObject({
      locale: 'vi',
      cadence: 'daily',
      repairs: ['LOCALE_REPLACED', 'CADENCE_REPLACED'],
    })
  })

  it('proves nothing by a time that cannot be: in the future, before the web, of two readings', () => {
    for (const time of ['2027-01-01 00:00:00', '1970-01-01 00:00:00', '01/02/2024', '2024-13-01 00:00:00', 'yesterday'])
      expect(rowOf('email,consent_time,consent_ip', ['a@b.vn', time, '1.2.3.4'])).toMatchObject({
        proof: undefined,
        repairs: ['CONSENT_UNREADABLE'],
      })
  })

  it('never fails, and never gives an address that could inject a header', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.array(fc.string()), (header, cells) => {
        const columns = readColumns(['email', 'attributes', 'uuid', ...header])!
        const result = readRow(columns, cells, defaults)
        if ('row' in result) expect(result.row.address.address).not.toMatch(/[\s<>,;"]/)
      }),
    )
  })
})
