import { formatDocumentNumber } from '../../../lib/text/documentNumber.ts'
import { type FrozenContent, isJsonObject, isLocalised, type Json, localise } from '../../publications/index.ts'

/** What a mail says of one document. */
export interface Description {
  title: string
  /** Language the title is in. */
  language: string
  /** Number and symbol as printed, `84/KH-UBND`. */
  number?: string
  /** Day of issue, `YYYY-MM-DD`. */
  issuedOn?: string
  issuer?: string
  /** Language the issuer's name is in. */
  issuerLanguage?: string
  /** Day from which it has effect, `YYYY-MM-DD`. */
  effectiveFrom?: string
}

/** Control characters and the marks that turn the direction of text: they could forge lines or hide what a title says. */
const INVISIBLE = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu

const text = (value: Json | undefined): string | undefined =>
  typeof value === 'string' || typeof value === 'number'
    ? String(value).replace(INVISIBLE, ' ').trim() || undefined
    : undefined

const member = (value: Json | undefined, name: string): Json | undefined =>
  isJsonObject(value) ? value[name] : undefined

const printedNumber = (number: string | undefined, symbol: string | undefined): string | undefined =>
  number && /^\d+$/.test(number) && symbol ? formatDocumentNumber({ number: Number(number), symbol }) : undefined

/**
 * Reads the facts that a reader of official documents looks for. Works by the public names of fields; what a kind of
 * document does not have is left out.
 *
 * @param locale the reader's language; where the document lacks it, its first language stands in
 */
export const describe = (content: FrozenContent, locale: string): Description => {
  const first = content.locales[0] ?? locale
  const language = content.locales.includes(locale) ? locale : first
  const fields = localise(content.fields, language, first)
  const field = (name: string) => text(member(fields, name))
  const number = field('numberAndSymbol') ?? printedNumber(field('number'), field('symbol'))
  const names: [string | undefined, Json | undefined][] = [
    [field('issuerNameAtIssue'), content.fields.issuerNameAtIssue],
    [text(member(member(fields, 'issuer'), 'name')), member(content.fields.issuer, 'name')],
    [field('byline'), content.fields.byline],
  ]
  const [issuer, frozenIssuer] = names.find(([name]) => name !== undefined) ?? []
  const facts = {
    number,
    issuedOn: field('issuedOn'),
    issuer,
    issuerLanguage: isLocalised(frozenIssuer) && `@${language}` in frozenIssuer ? language : issuer && first,
    effectiveFrom: field('effectiveFrom'),
  }
  return {
    title: field('title') ?? number ?? '…',
    language,
    ...Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)),
  }
}
