import { isRecord } from '../../lib/isRecord.ts'
import type { JsonLdInput } from '../../plugins/delivery/index.ts'
import type { JsonObject } from '../../plugins/publications/index.ts'

const group = (value: unknown): JsonObject | undefined => (isRecord(value) ? (value as JsonObject) : undefined)

/** Drops members without a value. */
const filled = (members: Record<string, JsonObject[string] | undefined>): JsonObject =>
  Object.fromEntries(
    Object.entries(members).filter((entry): entry is [string, JsonObject[string]] => entry[1] !== undefined),
  )

const common = ({ fields, locale, url, publishedAt, updatedAt }: JsonLdInput) => ({
  '@id': url,
  url,
  name: fields.title,
  headline: fields.title,
  description: fields.summary ?? fields.abstract,
  inLanguage: locale,
  datePublished: publishedAt,
  dateModified: updatedAt,
})

/** https://schema.org/Legislation */
export const legislation = (input: JsonLdInput): JsonObject => {
  const { fields } = input
  const issuer = fields.issuerNameAtIssue ?? group(fields.issuer)?.name
  return filled({
    '@type': 'Legislation',
    ...common(input),
    legislationIdentifier: fields.numberAndSymbol,
    legislationType: group(fields.docType)?.name,
    legislationDate: fields.issuedOn,
    legislationDateOfApplicability: fields.effectiveFrom,
    legislationPassedBy: issuer ? { '@type': 'GovernmentOrganization', name: issuer } : undefined,
  })
}

/** https://schema.org/NewsArticle */
export const newsArticle = (input: JsonLdInput): JsonObject =>
  filled({
    '@type': 'NewsArticle',
    ...common(input),
    author: input.fields.byline ? { '@type': 'Organization', name: input.fields.byline } : undefined,
  })

/** Seconds as an ISO 8601 duration. */
const duration = (seconds: unknown) => (typeof seconds === 'number' && seconds > 0 ? `PT${seconds}S` : undefined)

/** https://schema.org/VideoObject */
export const videoObject = (input: JsonLdInput): JsonObject => {
  const { fields, fileUrl } = input
  const [poster, file] = [group(fields.poster), group(fields.file)]
  return filled({
    '@type': 'VideoObject',
    ...common(input),
    uploadDate: fields.recordedOn ?? input.publishedAt,
    thumbnailUrl: poster && fileUrl(poster),
    contentUrl: file && fileUrl(file),
    embedUrl: fields.embedUrl,
    duration: duration(fields.durationSeconds),
    transcript: fields.transcript,
  })
}

/** https://schema.org/WebPage */
export const webPage = (input: JsonLdInput): JsonObject => filled({ '@type': 'WebPage', ...common(input) })

/** https://schema.org/SpecialAnnouncement */
export const announcement = (input: JsonLdInput): JsonObject =>
  filled({
    '@type': 'SpecialAnnouncement',
    ...common(input),
    text: input.fields.summary,
    datePosted: input.publishedAt,
    expires: input.fields.expiresOn,
  })
