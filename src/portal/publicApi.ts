import type { Access } from 'payload'
import { dayBounds } from '../../lib/time/periods.ts'
import { type DeliveryOptions, legalStatus, publicFileUrl } from '../../plugins/delivery/index.ts'
import type { JsonObject } from '../../plugins/publications/index.ts'
import { pathInLanguage } from './addresses.ts'
import { HOME_PARTS } from './home.ts'
import { announcement, legislation, newsArticle, videoObject, webPage } from './jsonLd.ts'
import { PAGE_SIZES, PUBLIC_QUERIES } from './limits.ts'
import { PORTAL_NAME, SECTION_NAMES } from './names.ts'
import { PICTURE_WIDTHS } from './pictures.ts'
import { relationVerbs } from './relationVerbs.ts'
import { typesWithEffect } from './typesWithEffect.ts'

const relations = { field: 'relations', verbs: relationVerbs }

/** Filters by what every document says of whom it concerns. */
const readershipFilters = {
  topic: { fields: ['topics'] },
  audience: { fields: ['audiences'] },
  territory: { fields: ['territories'] },
}

/** What a row of search words adds; nothing once an editor has taken it out of use. */
const wordsOfRow = ({ kind, words, inUse }: JsonObject) => {
  const listed = Array.isArray(words) ? words.filter((word): word is string => typeof word === 'string') : []
  if (inUse === false || !listed.length) return {}
  return kind === 'stopWords' ? { stopWords: listed } : { synonyms: [listed] }
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Field with the addresses that imported documents had on the old portal. */
const legacyAddresses = 'legacyUrls'

const dated = { from: 'validFrom', to: 'validTo', successors: 'successors' }

/**
 * How each collection is served to the public: its dates, filters and derived fields.
 *
 * @param args.siteUrl origin of the website, without a trailing slash
 * @param args.read who may read the visit counts
 */
export const publicApi = (args: { publicUrl: string; siteUrl: string; read: Access }): DeliveryOptions => ({
  read: args.read,
  openingVisits: async ({ payload }) => {
    const site = await payload.findGlobal({ slug: 'site', depth: 0, overrideAccess: true })
    return (site as { openingVisits?: number | null }).openingVisits ?? 0
  },
  site: {
    url: args.siteUrl,
    name: PORTAL_NAME,
    sections: SECTION_NAMES,
    languagePath: pathInLanguage,
    recorded: 'site',
    menuPages: { collection: 'pages', shown: 'inMenu', order: 'menuOrder', under: 'menuUnder' },
    home: Object.entries(HOME_PARTS).map(([name, { count }]) => ({ name, count })),
  },
  dated: {
    organisations: { ...dated, links: { parent: 'organisations', territory: 'territories' } },
    territories: { ...dated, links: { parent: 'territories' } },
  },
  search: { rows: { collection: 'search-words', read: wordsOfRow } },
  limits: PUBLIC_QUERIES,
  pageSizes: PAGE_SIZES,
  pictureWidths: PICTURE_WIDTHS,
  collections: {
    directives: {
      date: 'issuedOn',
      legacyAddresses,
      feed: {
        id: ['workUri'],
        summary: ['abstract', 'summary'],
        author: ['issuerNameAtIssue'],
        eli: {
          id_local: 'numberAndSymbol',
          type_document: 'docType',
          date_document: 'issuedOn',
          passed_by: 'issuerNameAtIssue',
          first_date_entry_in_force: 'effectiveFrom',
          date_no_longer_in_force: 'effectiveTo',
        },
      },
      jsonLd: legislation,
      filters: {
        ...readershipFilters,
        docType: { fields: ['docType'] },
        issuer: { fields: ['issuer'] },
        number: { fields: ['number', 'numberAndSymbol'], as: 'number' },
      },
      relations,
      derived: {
        legalStatus: legalStatus({
          from: 'effectiveFrom',
          to: 'effectiveTo',
          override: 'statusOverride',
          ends: ['replacedBy', 'abrogatedBy'],
          endsPart: ['amendedBy'],
          suspends: ['suspendedBy'],
          type: 'docType',
          ...typesWithEffect,
        }),
      },
    },
    bulletins: {
      date: 'date',
      filters: readershipFilters,
      legacyAddresses,
      feed: { summary: ['summary'], author: ['byline'] },
      credits: { picture: 'pictureCredit' },
      sitemap: { picture: 'picture' },
      jsonLd: newsArticle,
    },
    videos: {
      date: 'recordedOn',
      filters: readershipFilters,
      legacyAddresses,
      feed: { summary: ['summary'] },
      jsonLd: videoObject,
      sitemap: { video: { file: 'file', poster: 'poster', player: 'embedUrl' } },
      derived: {
        'captions.url': {
          type: 'String',
          description: 'Address of the WebVTT file',
          derive: ({ fields }) => {
            const file = fields.file as { sha256?: string; filename?: string } | undefined
            return file?.sha256 ? publicFileUrl(args.publicUrl, file) : undefined
          },
        },
      },
    },
    notices: {
      expires: 'expiresOn',
      pinned: 'pinnedUntil',
      filters: readershipFilters,
      legacyAddresses,
      feed: { summary: ['summary'] },
      jsonLd: announcement,
      derived: {
        pinned: {
          type: 'Boolean',
          description: 'Whether it stands on top today',
          derive: ({ fields, day }) => text(fields.pinnedUntil) >= day,
        },
        expiresAt: {
          type: 'String',
          description: 'Instant after which it is not shown',
          derive: ({ fields }) =>
            text(fields.expiresOn) ? dayBounds(text(fields.expiresOn)).end.toISOString() : undefined,
        },
      },
    },
    pages: {
      filters: readershipFilters,
      legacyAddresses,
      feed: { summary: ['summary'] },
      jsonLd: webPage,
    },
  },
})
