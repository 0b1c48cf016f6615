import { cutAtWord } from '../../../lib/text/cutAtWord.ts'
import { formatDocumentNumber } from '../../../lib/text/documentNumber.ts'
import { oneLine } from '../../../lib/text/oneLine.ts'
import { type FrozenContent, isJsonObject, isLocalised, type Json, localise } from '../../publications/index.ts'

/** Facts about one document for a mail. */
export interface Description {
  title: string
  /** Language of the title. */
  language: string
  /** Number and symbol as printed, `84/KH-UBND`. */
  number?: string
  /** Date of issue, `YYYY-MM-DD`. */
  issuedOn?: string
  issuer?: string
  /** Unit that reports, of news. */
  byline?: string
  /** Language of the by-line. */
  bylineLanguage?: string
  /** First sentences for readers of a list. */
  summary?: string
  /** Language of the summary. */
  summaryLanguage?: string
  /** Language of the issuer's name. */
  issuerLanguage?: string
  /** Date from which it is effective, `YYYY-MM-DD`. */
  effectiveFrom?: string
}

/** A mail shows the beginning of a summary; the rest is on the website. */
const LONGEST_SUMMARY = 400

const text = (value: Json | undefined): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? oneLine(String(value)) || undefined : undefined

const member = (value: Json | undefined, name: string): Json | undefined =>
  isJsonObject(value) ? value[name] : undefined

const printedNumber = (number: string | undefined, symbol: string | undefined): string | undefined =>
  number && /^\d+$/.test(number) && symbol ? formatDocumentNumber({ number: Number(number), symbol }) : undefined

/**
 * Extracts the facts that readers of official documents look for. Works by the public names of fields; missing fields
 * are omitted.
 *
 * @param title field with the title
 * @param locale the reader's locale; if the document lacks it, its first locale is used
 */
export const describe = (content: FrozenContent, locale: string, title: string): Description => {
  const first = content.locales[0] ?? locale
  const language = content.locales.includes(locale) ? locale : first
  const fields = localise(content.fields, language, first)
  const field = (name: string) => text(member(fields, name))
  const number = field('numberAsPrinted') ?? field('numberAndSymbol') ?? printedNumber(field('number'), field('symbol'))
  const names: [string | undefined, Json | undefined][] = [
    [field('issuerNameAtIssue'), content.fields.issuerNameAtIssue],
    [text(member(member(fields, 'issuer'), 'name')), member(content.fields.issuer, 'name')],
  ]
  const [issuer, frozenIssuer] = names.find(([name]) => name !== undefined) ?? []
  const languageOf = (name: string, value: string | undefined, frozen: Json | undefined = content.fields[name]) =>
    value && (isLocalised(frozen) && `@${language}` in frozen ? language : first)
  const [byline, summary] = [field('byline'), field('summary')]
  const facts = {
    number,
    issuedOn: field('issuedOn'),
    issuer,
    issuerLanguage: languageOf('issuer', issuer, frozenIssuer),
    byline,
    bylineLanguage: languageOf('byline', byline),
    summary: summary && cutAtWord(summary, LONGEST_SUMMARY),
    summaryLanguage: languageOf('summary', summary),
    effectiveFrom: field('effectiveFrom'),
  }
  return {
    title: field(title) ?? number ?? '…',
    language,
    ...Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)),
  }
}
