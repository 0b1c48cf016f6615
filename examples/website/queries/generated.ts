/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** The filters of all collections; one that a collection does not have matches nothing of it */
export type AnyFilter = {
  audience?: string | null | undefined;
  docType?: string | null | undefined;
  /** Day, YYYY-MM-DD */
  from?: string | null | undefined;
  /** With a body or a place, what was merged into it counts too */
  includePredecessors?: boolean | null | undefined;
  issuer?: string | null | undefined;
  /** Only what is written in this language, such as km */
  language?: string | null | undefined;
  number?: string | null | undefined;
  /** Words, with or without their marks */
  q?: string | null | undefined;
  territory?: string | null | undefined;
  /** Day, YYYY-MM-DD */
  to?: string | null | undefined;
  topic?: string | null | undefined;
  year?: number | null | undefined;
};

export type BulletinFilter = {
  audience?: string | null | undefined;
  /** Day, YYYY-MM-DD */
  from?: string | null | undefined;
  /** With a body or a place, what was merged into it counts too */
  includePredecessors?: boolean | null | undefined;
  /** Only what is written in this language, such as km */
  language?: string | null | undefined;
  /** Words, with or without their marks */
  q?: string | null | undefined;
  territory?: string | null | undefined;
  /** Day, YYYY-MM-DD */
  to?: string | null | undefined;
  topic?: string | null | undefined;
  year?: number | null | undefined;
};

export type DirectiveFilter = {
  audience?: string | null | undefined;
  docType?: string | null | undefined;
  /** Day, YYYY-MM-DD */
  from?: string | null | undefined;
  /** With a body or a place, what was merged into it counts too */
  includePredecessors?: boolean | null | undefined;
  issuer?: string | null | undefined;
  /** Only what is written in this language, such as km */
  language?: string | null | undefined;
  number?: string | null | undefined;
  /** Words, with or without their marks */
  q?: string | null | undefined;
  territory?: string | null | undefined;
  /** Day, YYYY-MM-DD */
  to?: string | null | undefined;
  topic?: string | null | undefined;
  year?: number | null | undefined;
};

export type NoticeFilter = {
  audience?: string | null | undefined;
  /** Day, YYYY-MM-DD */
  from?: string | null | undefined;
  /** With a body or a place, what was merged into it counts too */
  includePredecessors?: boolean | null | undefined;
  /** Only what is written in this language, such as km */
  language?: string | null | undefined;
  /** Words, with or without their marks */
  q?: string | null | undefined;
  territory?: string | null | undefined;
  /** Day, YYYY-MM-DD */
  to?: string | null | undefined;
  topic?: string | null | undefined;
  year?: number | null | undefined;
};

export type RemovedKind =
  | 'expired'
  | 'redirected'
  | 'withdrawn';

export type VideoFilter = {
  audience?: string | null | undefined;
  /** Day, YYYY-MM-DD */
  from?: string | null | undefined;
  /** With a body or a place, what was merged into it counts too */
  includePredecessors?: boolean | null | undefined;
  /** Only what is written in this language, such as km */
  language?: string | null | undefined;
  /** Words, with or without their marks */
  q?: string | null | undefined;
  territory?: string | null | undefined;
  /** Day, YYYY-MM-DD */
  to?: string | null | undefined;
  topic?: string | null | undefined;
  year?: number | null | undefined;
};

export type BodyQueryVariables = Exact<{
  keys?: Array<string> | string | null | undefined;
  issuer: string;
  page?: number | null | undefined;
  locale?: string | null | undefined;
}>;


export type BodyQuery = { organisations: Array<{ key: string, name: string | null, shortName: string | null, validFrom: string | null, validTo: string | null, defunct: boolean, documents: number, successors: Array<{ key: string, name: string | null }>, predecessors: Array<{ key: string, name: string | null, validTo: string | null }>, parent: { key: string, name: string | null } | null, children: Array<{ key: string, name: string | null, defunct: boolean }> }>, list: { totalDocs: number, page: number | null, totalPages: number, docs: Array<{ id: string, url: string, locale: string, title: string | null, summary: string | null, numberAndSymbol: string | null, issuedOn: string | null, publishedAt: string, issuerNameAtIssue: string | null, legalStatus: string | null, effectiveFrom: string | null, effectiveTo: string | null, docType: { key: string, name: string | null } | null, issuer: { key: string, shortName: string | null, name: string | null, defunct: boolean } | null }> } };

export type BulletinQueryVariables = Exact<{
  url: string;
  locale?: string | null | undefined;
}>;


export type BulletinQuery = { bulletin: { fallbackFields: Array<string>, availableLocales: Array<string>, updatedAt: string, edition: number, changeNote: string | null, contentHash: string, source: string | null, jsonLd: string | null, id: string, url: string, locale: string, title: string | null, summary: string | null, date: string | null, publishedAt: string, byline: string | null, kind: string | null, issueNo: number | null, year: number | null, body: { html: string } | null, files: Array<{ url: string, filename: string, mimeType: string, size: number, preview: { url: string, width: number, height: number } | null }>, about: Array<{ url: string, title: string | null, locale: string, numberAndSymbol: string | null, issuedOn: string | null }>, topics: Array<{ key: string, title: string | null }>, audiences: Array<{ key: string, title: string | null }>, territories: Array<{ key: string, name: string | null }>, editions: Array<{ edition: number, publishedAt: string, contentHash: string, changeNote: string | null, purgedAt: string | null }>, provenance: { publishedAt: string, contentHash: string, previousHash: string | null, ratified: boolean, steps: Array<{ name: string, capacity: string, at: string | null }> }, picture: { url: string, alt: string | null, credit: string | null, width: number | null, height: number | null, sizes: Array<{ url: string, width: number, type: string }> } | null } | null };

export type BulletinListQueryVariables = Exact<{
  filter?: BulletinFilter | null | undefined;
  counted?: AnyFilter | null | undefined;
  sort?: string | null | undefined;
  page?: number | null | undefined;
  locale?: string | null | undefined;
}>;


export type BulletinListQuery = { list: { totalDocs: number, page: number | null, totalPages: number, docs: Array<{ id: string, url: string, locale: string, title: string | null, summary: string | null, date: string | null, publishedAt: string, byline: string | null, kind: string | null, issueNo: number | null, year: number | null, picture: { url: string, alt: string | null, credit: string | null, width: number | null, height: number | null, sizes: Array<{ url: string, width: number, type: string }> } | null }> }, facets: Array<{ name: string, values: Array<{ value: string, label: string, count: number }> }> };

export type DirectiveQueryVariables = Exact<{
  url: string;
  locale?: string | null | undefined;
}>;


export type DirectiveQuery = { directive: { fallbackFields: Array<string>, availableLocales: Array<string>, updatedAt: string, edition: number, changeKind: string, changeNote: string | null, contentHash: string, numberAsPrinted: string | null, abstract: string | null, objectives: string | null, implementers: string | null, jsonLd: string | null, id: string, url: string, locale: string, title: string | null, summary: string | null, numberAndSymbol: string | null, issuedOn: string | null, publishedAt: string, issuerNameAtIssue: string | null, legalStatus: string | null, effectiveFrom: string | null, effectiveTo: string | null, body: { html: string } | null, taskGroups: Array<{ ordinal: number | null, heading: string | null, body: string | null, lead: string | null, deadline: string | null }>, implementationPeriod: { fromYear: number | null, toYear: number | null } | null, signers: Array<{ name: string | null, title: string | null, capacity: string | null }>, issuer: { key: string, name: string | null, validTo: string | null, defunct: boolean, shortName: string | null, successors: Array<{ key: string, name: string | null }> } | null, topics: Array<{ key: string, title: string | null }>, audiences: Array<{ key: string, title: string | null }>, territories: Array<{ key: string, name: string | null }>, files: Array<{ url: string, filename: string, mimeType: string, size: number, preview: { url: string, width: number, height: number } | null }>, relations: Array<{ type: string, verb: string, citedAs: string | null, scope: string | null, target: { url: string, title: string | null, locale: string, numberAndSymbol: string | null, issuedOn: string | null, effectiveFrom: string | null } | null }>, editions: Array<{ edition: number, publishedAt: string, contentHash: string, changeNote: string | null, purgedAt: string | null }>, provenance: { publishedAt: string, contentHash: string, previousHash: string | null, ratified: boolean, steps: Array<{ name: string, capacity: string, at: string | null }> }, docType: { key: string, name: string | null } | null } | null };

export type DirectiveListQueryVariables = Exact<{
  filter?: DirectiveFilter | null | undefined;
  counted?: AnyFilter | null | undefined;
  sort?: string | null | undefined;
  page?: number | null | undefined;
  locale?: string | null | undefined;
}>;


export type DirectiveListQuery = { list: { totalDocs: number, page: number | null, totalPages: number, docs: Array<{ id: string, url: string, locale: string, title: string | null, summary: string | null, numberAndSymbol: string | null, issuedOn: string | null, publishedAt: string, issuerNameAtIssue: string | null, legalStatus: string | null, effectiveFrom: string | null, effectiveTo: string | null, docType: { key: string, name: string | null } | null, issuer: { key: string, shortName: string | null, name: string | null, defunct: boolean } | null }> }, facets: Array<{ name: string, values: Array<{ value: string, label: string, count: number }> }> };

export type FrameQueryVariables = Exact<{
  locale?: string | null | undefined;
}>;


export type FrameQuery = { site: { name: string, agency: string | null, address: string | null, telephone: string | null, email: string | null, lastPublishedAt: string | null, feed: string, sections: Array<{ collection: string, name: string, documents: number, feed: string }>, logo: { url: string, alt: string | null, credit: string | null, width: number | null, height: number | null, sizes: Array<{ url: string, width: number, type: string }> } | null, banner: { url: string, alt: string | null, credit: string | null, width: number | null, height: number | null, sizes: Array<{ url: string, width: number, type: string }> } | null, menu: Array<{ label: string, url: string, children: Array<{ label: string, url: string }> }>, home: { parts: Array<{ name: string, count: number }> } }, visitStats: { total: number, today: number } };

export type HomeQueryVariables = Exact<{
  notices?: number | null | undefined;
  directives?: number | null | undefined;
  bulletins?: number | null | undefined;
  videos?: number | null | undefined;
  locale?: string | null | undefined;
}>;


export type HomeQuery = { notices: { docs: Array<{ id: string, url: string, locale: string, title: string | null, summary: string | null, publishedAt: string, pinned: boolean, pinnedUntil: string | null, expiresOn: string | null }> }, directives: { docs: Array<{ id: string, url: string, locale: string, title: string | null, summary: string | null, numberAndSymbol: string | null, issuedOn: string | null, publishedAt: string, issuerNameAtIssue: string | null, legalStatus: string | null, effectiveFrom: string | null, effectiveTo: string | null, docType: { key: string, name: string | null } | null, issuer: { key: string, shortName: string | null, name: string | null, defunct: boolean } | null }> }, bulletins: { docs: Array<{ id: string, url: string, locale: string, title: string | null, summary: string | null, date: string | null, publishedAt: string, byline: string | null, kind: string | null, issueNo: number | null, year: number | null, picture: { url: string, alt: string | null, credit: string | null, width: number | null, height: number | null, sizes: Array<{ url: string, width: number, type: string }> } | null }> }, videos: { docs: Array<{ id: string, url: string, locale: string, title: string | null, summary: string | null, recordedOn: string | null, publishedAt: string, durationSeconds: number | null, embedUrl: string | null, poster: { url: string, alt: string | null, width: number | null, height: number | null } | null, file: { url: string, mimeType: string } | null, captions: Array<{ lang: string | null, kind: string | null, url: string | null }> }> }, topics: Array<{ key: string, title: string | null, documents: number }> };

export type NoticeQueryVariables = Exact<{
  url: string;
  locale?: string | null | undefined;
}>;


export type NoticeQuery = { notice: { fallbackFields: Array<string>, availableLocales: Array<string>, updatedAt: string, edition: number, changeNote: string | null, contentHash: string, jsonLd: string | null, id: string, url: string, locale: string, title: string | null, summary: string | null, publishedAt: string, pinned: boolean, pinnedUntil: string | null, expiresOn: string | null, body: { html: string } | null, files: Array<{ url: string, filename: string, mimeType: string, size: number, preview: { url: string, width: number, height: number } | null }>, topics: Array<{ key: string, title: string | null }>, audiences: Array<{ key: string, title: string | null }>, territories: Array<{ key: string, name: string | null }>, editions: Array<{ edition: number, publishedAt: string, contentHash: string, changeNote: string | null, purgedAt: string | null }>, provenance: { publishedAt: string, contentHash: string, previousHash: string | null, ratified: boolean, steps: Array<{ name: string, capacity: string, at: string | null }> } } | null };

export type NoticeListQueryVariables = Exact<{
  filter?: NoticeFilter | null | undefined;
  counted?: AnyFilter | null | undefined;
  sort?: string | null | undefined;
  page?: number | null | undefined;
  locale?: string | null | undefined;
}>;


export type NoticeListQuery = { list: { totalDocs: number, page: number | null, totalPages: number, docs: Array<{ id: string, url: string, locale: string, title: string | null, summary: string | null, publishedAt: string, pinned: boolean, pinnedUntil: string | null, expiresOn: string | null }> }, facets: Array<{ name: string, values: Array<{ value: string, label: string, count: number }> }> };

export type OverviewQueryVariables = Exact<{
  locale?: string | null | undefined;
}>;


export type OverviewQuery = { pages: { docs: Array<{ url: string, title: string | null, locale: string }> }, topics: Array<{ key: string, title: string | null, documents: number }>, documentTypes: Array<{ key: string, name: string | null, documents: number }>, organisations: Array<{ key: string, name: string | null, documents: number, defunct: boolean }> };

export type StaticPageQueryVariables = Exact<{
  url: string;
  locale?: string | null | undefined;
}>;


export type StaticPageQuery = { page: { url: string, locale: string, title: string | null, summary: string | null, fallbackFields: Array<string>, availableLocales: Array<string>, publishedAt: string, updatedAt: string, edition: number, changeNote: string | null, contentHash: string, jsonLd: string | null, body: { html: string } | null, files: Array<{ url: string, filename: string, mimeType: string, size: number, preview: { url: string, width: number, height: number } | null }>, topics: Array<{ key: string, title: string | null }>, audiences: Array<{ key: string, title: string | null }>, territories: Array<{ key: string, name: string | null }>, editions: Array<{ edition: number, publishedAt: string, contentHash: string, changeNote: string | null, purgedAt: string | null }>, provenance: { publishedAt: string, contentHash: string, previousHash: string | null, ratified: boolean, steps: Array<{ name: string, capacity: string, at: string | null }> } } | null };

export type DirectiveEntryFragment = { id: string, url: string, locale: string, title: string | null, summary: string | null, numberAndSymbol: string | null, issuedOn: string | null, publishedAt: string, issuerNameAtIssue: string | null, legalStatus: string | null, effectiveFrom: string | null, effectiveTo: string | null, docType: { key: string, name: string | null } | null, issuer: { key: string, shortName: string | null, name: string | null, defunct: boolean } | null };

export type BulletinEntryFragment = { id: string, url: string, locale: string, title: string | null, summary: string | null, date: string | null, publishedAt: string, byline: string | null, kind: string | null, issueNo: number | null, year: number | null, picture: { url: string, alt: string | null, credit: string | null, width: number | null, height: number | null, sizes: Array<{ url: string, width: number, type: string }> } | null };

export type VideoEntryFragment = { id: string, url: string, locale: string, title: string | null, summary: string | null, recordedOn: string | null, publishedAt: string, durationSeconds: number | null, embedUrl: string | null, poster: { url: string, alt: string | null, width: number | null, height: number | null } | null, file: { url: string, mimeType: string } | null, captions: Array<{ lang: string | null, kind: string | null, url: string | null }> };

export type NoticeEntryFragment = { id: string, url: string, locale: string, title: string | null, summary: string | null, publishedAt: string, pinned: boolean, pinnedUntil: string | null, expiresOn: string | null };

export type PictureFactsFragment = { url: string, alt: string | null, credit: string | null, width: number | null, height: number | null, sizes: Array<{ url: string, width: number, type: string }> };

export type FileFactsFragment = { url: string, filename: string, mimeType: string, size: number, preview: { url: string, width: number, height: number } | null };

export type ProvenanceFactsFragment = { publishedAt: string, contentHash: string, previousHash: string | null, ratified: boolean, steps: Array<{ name: string, capacity: string, at: string | null }> };

export type EditionFactsFragment = { edition: number, publishedAt: string, contentHash: string, changeNote: string | null, purgedAt: string | null };

export type RemovedQueryVariables = Exact<{
  url: string;
  locale?: string | null | undefined;
}>;


export type RemovedQuery = { removed: { kind: RemovedKind, notice: string, reason: string | null, at: string | null, redirectTo: string | null, collection: string, edition: number | null } | null };

export type SearchQueryVariables = Exact<{
  q: string;
  collections?: Array<string> | string | null | undefined;
  filter?: AnyFilter | null | undefined;
  page?: number | null | undefined;
  locale?: string | null | undefined;
}>;


export type SearchQuery = { search: { totalDocs: number, page: number, totalPages: number, loose: boolean, hits: Array<{ highlights: Array<{ field: string, html: string }>, document:
        | { date: string | null, id: string, collection: string, url: string, locale: string, title: string | null, summary: string | null, publishedAt: string }
        | { numberAndSymbol: string | null, issuedOn: string | null, legalStatus: string | null, effectiveFrom: string | null, effectiveTo: string | null, issuerNameAtIssue: string | null, id: string, collection: string, url: string, locale: string, title: string | null, summary: string | null, publishedAt: string, docType: { key: string, name: string | null } | null }
        | { id: string, collection: string, url: string, locale: string, title: string | null, summary: string | null, publishedAt: string }
        | { id: string, collection: string, url: string, locale: string, title: string | null, summary: string | null, publishedAt: string }
        | { recordedOn: string | null, id: string, collection: string, url: string, locale: string, title: string | null, summary: string | null, publishedAt: string }
       }>, facets: Array<{ name: string, values: Array<{ value: string, label: string, count: number }> }> } };

export type SuggestionsQueryVariables = Exact<{
  q: string;
  locale?: string | null | undefined;
}>;


export type SuggestionsQuery = { search: { hits: Array<{ document:
        | { id: string, collection: string, url: string, locale: string, title: string | null, publishedAt: string }
        | { numberAndSymbol: string | null, issuedOn: string | null, id: string, collection: string, url: string, locale: string, title: string | null, publishedAt: string }
        | { id: string, collection: string, url: string, locale: string, title: string | null, publishedAt: string }
        | { id: string, collection: string, url: string, locale: string, title: string | null, publishedAt: string }
        | { id: string, collection: string, url: string, locale: string, title: string | null, publishedAt: string }
       }> } };

export type TopicQueryVariables = Exact<{
  keys?: Array<string> | string | null | undefined;
  topic: string;
  locale?: string | null | undefined;
}>;


export type TopicQuery = { topics: Array<{ key: string, title: string | null, documents: number }>, directives: { totalDocs: number, docs: Array<{ id: string, url: string, locale: string, title: string | null, summary: string | null, numberAndSymbol: string | null, issuedOn: string | null, publishedAt: string, issuerNameAtIssue: string | null, legalStatus: string | null, effectiveFrom: string | null, effectiveTo: string | null, docType: { key: string, name: string | null } | null, issuer: { key: string, shortName: string | null, name: string | null, defunct: boolean } | null }> }, bulletins: { totalDocs: number, docs: Array<{ id: string, url: string, locale: string, title: string | null, summary: string | null, date: string | null, publishedAt: string, byline: string | null, kind: string | null, issueNo: number | null, year: number | null, picture: { url: string, alt: string | null, credit: string | null, width: number | null, height: number | null, sizes: Array<{ url: string, width: number, type: string }> } | null }> }, videos: { totalDocs: number, docs: Array<{ id: string, url: string, locale: string, title: string | null, summary: string | null, recordedOn: string | null, publishedAt: string, durationSeconds: number | null, embedUrl: string | null, poster: { url: string, alt: string | null, width: number | null, height: number | null } | null, file: { url: string, mimeType: string } | null, captions: Array<{ lang: string | null, kind: string | null, url: string | null }> }> }, notices: { totalDocs: number, docs: Array<{ id: string, url: string, locale: string, title: string | null, summary: string | null, publishedAt: string, pinned: boolean, pinnedUntil: string | null, expiresOn: string | null }> } };

export type VideoQueryVariables = Exact<{
  url: string;
  locale?: string | null | undefined;
}>;


export type VideoQuery = { video: { fallbackFields: Array<string>, availableLocales: Array<string>, updatedAt: string, edition: number, changeNote: string | null, contentHash: string, source: string | null, transcript: string | null, jsonLd: string | null, id: string, url: string, locale: string, title: string | null, summary: string | null, recordedOn: string | null, publishedAt: string, durationSeconds: number | null, embedUrl: string | null, body: { html: string } | null, file: { url: string, mimeType: string, filename: string, size: number, preview: { url: string, width: number, height: number } | null } | null, topics: Array<{ key: string, title: string | null }>, audiences: Array<{ key: string, title: string | null }>, territories: Array<{ key: string, name: string | null }>, editions: Array<{ edition: number, publishedAt: string, contentHash: string, changeNote: string | null, purgedAt: string | null }>, provenance: { publishedAt: string, contentHash: string, previousHash: string | null, ratified: boolean, steps: Array<{ name: string, capacity: string, at: string | null }> }, poster: { url: string, alt: string | null, width: number | null, height: number | null } | null, captions: Array<{ lang: string | null, kind: string | null, url: string | null }> } | null };

export type VideoListQueryVariables = Exact<{
  filter?: VideoFilter | null | undefined;
  counted?: AnyFilter | null | undefined;
  sort?: string | null | undefined;
  page?: number | null | undefined;
  locale?: string | null | undefined;
}>;


export type VideoListQuery = { list: { totalDocs: number, page: number | null, totalPages: number, docs: Array<{ id: string, url: string, locale: string, title: string | null, summary: string | null, recordedOn: string | null, publishedAt: string, durationSeconds: number | null, embedUrl: string | null, poster: { url: string, alt: string | null, width: number | null, height: number | null } | null, file: { url: string, mimeType: string } | null, captions: Array<{ lang: string | null, kind: string | null, url: string | null }> }> }, facets: Array<{ name: string, values: Array<{ value: string, label: string, count: number }> }> };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const DirectiveEntryFragmentDoc = new TypedDocumentString(`
    fragment DirectiveEntry on Directive {
  id
  url
  locale
  title
  summary
  numberAndSymbol
  issuedOn
  publishedAt
  issuerNameAtIssue
  legalStatus
  effectiveFrom
  effectiveTo
  docType {
    key
    name
  }
  issuer {
    key
    shortName
    name
    defunct
  }
}
    `, {"fragmentName":"DirectiveEntry"}) as unknown as TypedDocumentString<DirectiveEntryFragment, unknown>;
export const PictureFactsFragmentDoc = new TypedDocumentString(`
    fragment PictureFacts on File {
  url
  alt
  credit
  width
  height
  sizes {
    url
    width
    type
  }
}
    `, {"fragmentName":"PictureFacts"}) as unknown as TypedDocumentString<PictureFactsFragment, unknown>;
export const BulletinEntryFragmentDoc = new TypedDocumentString(`
    fragment BulletinEntry on Bulletin {
  id
  url
  locale
  title
  summary
  date
  publishedAt
  byline
  kind
  issueNo
  year
  picture {
    ...PictureFacts
  }
}
    fragment PictureFacts on File {
  url
  alt
  credit
  width
  height
  sizes {
    url
    width
    type
  }
}`, {"fragmentName":"BulletinEntry"}) as unknown as TypedDocumentString<BulletinEntryFragment, unknown>;
export const VideoEntryFragmentDoc = new TypedDocumentString(`
    fragment VideoEntry on Video {
  id
  url
  locale
  title
  summary
  recordedOn
  publishedAt
  durationSeconds
  embedUrl
  poster {
    url
    alt
    width
    height
  }
  file {
    url
    mimeType
  }
  captions {
    lang
    kind
    url
  }
}
    `, {"fragmentName":"VideoEntry"}) as unknown as TypedDocumentString<VideoEntryFragment, unknown>;
export const NoticeEntryFragmentDoc = new TypedDocumentString(`
    fragment NoticeEntry on Notice {
  id
  url
  locale
  title
  summary
  publishedAt
  pinned
  pinnedUntil
  expiresOn
}
    `, {"fragmentName":"NoticeEntry"}) as unknown as TypedDocumentString<NoticeEntryFragment, unknown>;
export const FileFactsFragmentDoc = new TypedDocumentString(`
    fragment FileFacts on File {
  url
  filename
  mimeType
  size
  preview {
    url
    width
    height
  }
}
    `, {"fragmentName":"FileFacts"}) as unknown as TypedDocumentString<FileFactsFragment, unknown>;
export const ProvenanceFactsFragmentDoc = new TypedDocumentString(`
    fragment ProvenanceFacts on Provenance {
  steps {
    name
    capacity
    at
  }
  publishedAt
  contentHash
  previousHash
  ratified
}
    `, {"fragmentName":"ProvenanceFacts"}) as unknown as TypedDocumentString<ProvenanceFactsFragment, unknown>;
export const EditionFactsFragmentDoc = new TypedDocumentString(`
    fragment EditionFacts on Edition {
  edition
  publishedAt
  contentHash
  changeNote
  purgedAt
}
    `, {"fragmentName":"EditionFacts"}) as unknown as TypedDocumentString<EditionFactsFragment, unknown>;
export const BodyDocument = new TypedDocumentString(`
    query Body($keys: [String!], $issuer: String!, $page: Int, $locale: String) {
  organisations(keys: $keys, limit: 1, locale: $locale) {
    key
    name
    shortName
    validFrom
    validTo
    defunct
    documents
    successors {
      key
      name
    }
    predecessors {
      key
      name
      validTo
    }
    parent {
      key
      name
    }
    children {
      key
      name
      defunct
    }
  }
  list: directives(
    filter: {issuer: $issuer, includePredecessors: true}
    sort: "-issuedOn"
    page: $page
    limit: 10
    locale: $locale
  ) {
    totalDocs
    page
    totalPages
    docs {
      ...DirectiveEntry
    }
  }
}
    fragment DirectiveEntry on Directive {
  id
  url
  locale
  title
  summary
  numberAndSymbol
  issuedOn
  publishedAt
  issuerNameAtIssue
  legalStatus
  effectiveFrom
  effectiveTo
  docType {
    key
    name
  }
  issuer {
    key
    shortName
    name
    defunct
  }
}`) as unknown as TypedDocumentString<BodyQuery, BodyQueryVariables>;
export const BulletinDocument = new TypedDocumentString(`
    query Bulletin($url: String!, $locale: String) {
  bulletin(url: $url, locale: $locale) {
    ...BulletinEntry
    fallbackFields
    availableLocales
    updatedAt
    edition
    changeNote
    contentHash
    source
    body {
      html
    }
    files {
      ...FileFacts
    }
    about {
      url
      title
      locale
      numberAndSymbol
      issuedOn
    }
    topics {
      key
      title
    }
    audiences {
      key
      title
    }
    territories {
      key
      name
    }
    editions {
      ...EditionFacts
    }
    provenance {
      ...ProvenanceFacts
    }
    jsonLd
  }
}
    fragment BulletinEntry on Bulletin {
  id
  url
  locale
  title
  summary
  date
  publishedAt
  byline
  kind
  issueNo
  year
  picture {
    ...PictureFacts
  }
}
fragment PictureFacts on File {
  url
  alt
  credit
  width
  height
  sizes {
    url
    width
    type
  }
}
fragment FileFacts on File {
  url
  filename
  mimeType
  size
  preview {
    url
    width
    height
  }
}
fragment ProvenanceFacts on Provenance {
  steps {
    name
    capacity
    at
  }
  publishedAt
  contentHash
  previousHash
  ratified
}
fragment EditionFacts on Edition {
  edition
  publishedAt
  contentHash
  changeNote
  purgedAt
}`) as unknown as TypedDocumentString<BulletinQuery, BulletinQueryVariables>;
export const BulletinListDocument = new TypedDocumentString(`
    query BulletinList($filter: BulletinFilter, $counted: AnyFilter, $sort: String, $page: Int, $locale: String) {
  list: bulletins(
    filter: $filter
    sort: $sort
    page: $page
    limit: 10
    locale: $locale
  ) {
    totalDocs
    page
    totalPages
    docs {
      ...BulletinEntry
    }
  }
  facets(collection: "bulletins", filter: $counted, locale: $locale) {
    name
    values {
      value
      label
      count
    }
  }
}
    fragment BulletinEntry on Bulletin {
  id
  url
  locale
  title
  summary
  date
  publishedAt
  byline
  kind
  issueNo
  year
  picture {
    ...PictureFacts
  }
}
fragment PictureFacts on File {
  url
  alt
  credit
  width
  height
  sizes {
    url
    width
    type
  }
}`) as unknown as TypedDocumentString<BulletinListQuery, BulletinListQueryVariables>;
export const DirectiveDocument = new TypedDocumentString(`
    query Directive($url: String!, $locale: String) {
  directive(url: $url, locale: $locale) {
    ...DirectiveEntry
    fallbackFields
    availableLocales
    updatedAt
    edition
    changeKind
    changeNote
    contentHash
    numberAsPrinted
    abstract
    objectives
    implementers
    body {
      html
    }
    taskGroups {
      ordinal
      heading
      body
      lead
      deadline
    }
    implementationPeriod {
      fromYear
      toYear
    }
    signers {
      name
      title
      capacity
    }
    issuer {
      key
      name
      validTo
      defunct
      successors {
        key
        name
      }
    }
    topics {
      key
      title
    }
    audiences {
      key
      title
    }
    territories {
      key
      name
    }
    files {
      ...FileFacts
    }
    relations {
      type
      verb
      citedAs
      scope
      target {
        url
        title
        locale
        numberAndSymbol
        issuedOn
        effectiveFrom
      }
    }
    editions {
      ...EditionFacts
    }
    provenance {
      ...ProvenanceFacts
    }
    jsonLd
  }
}
    fragment DirectiveEntry on Directive {
  id
  url
  locale
  title
  summary
  numberAndSymbol
  issuedOn
  publishedAt
  issuerNameAtIssue
  legalStatus
  effectiveFrom
  effectiveTo
  docType {
    key
    name
  }
  issuer {
    key
    shortName
    name
    defunct
  }
}
fragment FileFacts on File {
  url
  filename
  mimeType
  size
  preview {
    url
    width
    height
  }
}
fragment ProvenanceFacts on Provenance {
  steps {
    name
    capacity
    at
  }
  publishedAt
  contentHash
  previousHash
  ratified
}
fragment EditionFacts on Edition {
  edition
  publishedAt
  contentHash
  changeNote
  purgedAt
}`) as unknown as TypedDocumentString<DirectiveQuery, DirectiveQueryVariables>;
export const DirectiveListDocument = new TypedDocumentString(`
    query DirectiveList($filter: DirectiveFilter, $counted: AnyFilter, $sort: String, $page: Int, $locale: String) {
  list: directives(
    filter: $filter
    sort: $sort
    page: $page
    limit: 10
    locale: $locale
  ) {
    totalDocs
    page
    totalPages
    docs {
      ...DirectiveEntry
    }
  }
  facets(collection: "directives", filter: $counted, locale: $locale) {
    name
    values {
      value
      label
      count
    }
  }
}
    fragment DirectiveEntry on Directive {
  id
  url
  locale
  title
  summary
  numberAndSymbol
  issuedOn
  publishedAt
  issuerNameAtIssue
  legalStatus
  effectiveFrom
  effectiveTo
  docType {
    key
    name
  }
  issuer {
    key
    shortName
    name
    defunct
  }
}`) as unknown as TypedDocumentString<DirectiveListQuery, DirectiveListQueryVariables>;
export const FrameDocument = new TypedDocumentString(`
    query Frame($locale: String) {
  site(locale: $locale) {
    name
    agency
    address
    telephone
    email
    sections {
      collection
      name
      documents
      feed
    }
    lastPublishedAt
    feed
    logo {
      ...PictureFacts
    }
    banner {
      ...PictureFacts
    }
    menu {
      label
      url
      children {
        label
        url
      }
    }
    home {
      parts {
        name
        count
      }
    }
  }
  visitStats {
    total
    today
  }
}
    fragment PictureFacts on File {
  url
  alt
  credit
  width
  height
  sizes {
    url
    width
    type
  }
}`) as unknown as TypedDocumentString<FrameQuery, FrameQueryVariables>;
export const HomeDocument = new TypedDocumentString(`
    query Home($notices: Int, $directives: Int, $bulletins: Int, $videos: Int, $locale: String) {
  notices(limit: $notices, locale: $locale) {
    docs {
      ...NoticeEntry
    }
  }
  directives(sort: "-issuedOn", limit: $directives, locale: $locale) {
    docs {
      ...DirectiveEntry
    }
  }
  bulletins(limit: $bulletins, locale: $locale) {
    docs {
      ...BulletinEntry
    }
  }
  videos(limit: $videos, locale: $locale) {
    docs {
      ...VideoEntry
    }
  }
  topics(locale: $locale) {
    key
    title
    documents
  }
}
    fragment DirectiveEntry on Directive {
  id
  url
  locale
  title
  summary
  numberAndSymbol
  issuedOn
  publishedAt
  issuerNameAtIssue
  legalStatus
  effectiveFrom
  effectiveTo
  docType {
    key
    name
  }
  issuer {
    key
    shortName
    name
    defunct
  }
}
fragment BulletinEntry on Bulletin {
  id
  url
  locale
  title
  summary
  date
  publishedAt
  byline
  kind
  issueNo
  year
  picture {
    ...PictureFacts
  }
}
fragment VideoEntry on Video {
  id
  url
  locale
  title
  summary
  recordedOn
  publishedAt
  durationSeconds
  embedUrl
  poster {
    url
    alt
    width
    height
  }
  file {
    url
    mimeType
  }
  captions {
    lang
    kind
    url
  }
}
fragment NoticeEntry on Notice {
  id
  url
  locale
  title
  summary
  publishedAt
  pinned
  pinnedUntil
  expiresOn
}
fragment PictureFacts on File {
  url
  alt
  credit
  width
  height
  sizes {
    url
    width
    type
  }
}`) as unknown as TypedDocumentString<HomeQuery, HomeQueryVariables>;
export const NoticeDocument = new TypedDocumentString(`
    query Notice($url: String!, $locale: String) {
  notice(url: $url, locale: $locale) {
    ...NoticeEntry
    fallbackFields
    availableLocales
    updatedAt
    edition
    changeNote
    contentHash
    body {
      html
    }
    files {
      ...FileFacts
    }
    topics {
      key
      title
    }
    audiences {
      key
      title
    }
    territories {
      key
      name
    }
    editions {
      ...EditionFacts
    }
    provenance {
      ...ProvenanceFacts
    }
    jsonLd
  }
}
    fragment NoticeEntry on Notice {
  id
  url
  locale
  title
  summary
  publishedAt
  pinned
  pinnedUntil
  expiresOn
}
fragment FileFacts on File {
  url
  filename
  mimeType
  size
  preview {
    url
    width
    height
  }
}
fragment ProvenanceFacts on Provenance {
  steps {
    name
    capacity
    at
  }
  publishedAt
  contentHash
  previousHash
  ratified
}
fragment EditionFacts on Edition {
  edition
  publishedAt
  contentHash
  changeNote
  purgedAt
}`) as unknown as TypedDocumentString<NoticeQuery, NoticeQueryVariables>;
export const NoticeListDocument = new TypedDocumentString(`
    query NoticeList($filter: NoticeFilter, $counted: AnyFilter, $sort: String, $page: Int, $locale: String) {
  list: notices(
    filter: $filter
    sort: $sort
    page: $page
    limit: 10
    locale: $locale
  ) {
    totalDocs
    page
    totalPages
    docs {
      ...NoticeEntry
    }
  }
  facets(collection: "notices", filter: $counted, locale: $locale) {
    name
    values {
      value
      label
      count
    }
  }
}
    fragment NoticeEntry on Notice {
  id
  url
  locale
  title
  summary
  publishedAt
  pinned
  pinnedUntil
  expiresOn
}`) as unknown as TypedDocumentString<NoticeListQuery, NoticeListQueryVariables>;
export const OverviewDocument = new TypedDocumentString(`
    query Overview($locale: String) {
  pages(sort: "title", limit: 100, locale: $locale) {
    docs {
      url
      title
      locale
    }
  }
  topics(locale: $locale) {
    key
    title
    documents
  }
  documentTypes(locale: $locale) {
    key
    name
    documents
  }
  organisations(locale: $locale) {
    key
    name
    documents
    defunct
  }
}
    `) as unknown as TypedDocumentString<OverviewQuery, OverviewQueryVariables>;
export const StaticPageDocument = new TypedDocumentString(`
    query StaticPage($url: String!, $locale: String) {
  page(url: $url, locale: $locale) {
    url
    locale
    title
    summary
    fallbackFields
    availableLocales
    publishedAt
    updatedAt
    edition
    changeNote
    contentHash
    body {
      html
    }
    files {
      ...FileFacts
    }
    topics {
      key
      title
    }
    audiences {
      key
      title
    }
    territories {
      key
      name
    }
    editions {
      ...EditionFacts
    }
    provenance {
      ...ProvenanceFacts
    }
    jsonLd
  }
}
    fragment FileFacts on File {
  url
  filename
  mimeType
  size
  preview {
    url
    width
    height
  }
}
fragment ProvenanceFacts on Provenance {
  steps {
    name
    capacity
    at
  }
  publishedAt
  contentHash
  previousHash
  ratified
}
fragment EditionFacts on Edition {
  edition
  publishedAt
  contentHash
  changeNote
  purgedAt
}`) as unknown as TypedDocumentString<StaticPageQuery, StaticPageQueryVariables>;
export const RemovedDocument = new TypedDocumentString(`
    query Removed($url: String!, $locale: String) {
  removed(url: $url, locale: $locale) {
    kind
    notice
    reason
    at
    redirectTo
    collection
    edition
  }
}
    `) as unknown as TypedDocumentString<RemovedQuery, RemovedQueryVariables>;
export const SearchDocument = new TypedDocumentString(`
    query Search($q: String!, $collections: [String!], $filter: AnyFilter, $page: Int, $locale: String) {
  search(
    q: $q
    collections: $collections
    filter: $filter
    page: $page
    limit: 10
    locale: $locale
  ) {
    totalDocs
    page
    totalPages
    loose
    hits {
      highlights {
        field
        html
      }
      document {
        id
        collection
        url
        locale
        title
        summary
        publishedAt
        ... on Directive {
          numberAndSymbol
          issuedOn
          legalStatus
          effectiveFrom
          effectiveTo
          issuerNameAtIssue
          docType {
            key
            name
          }
        }
        ... on Bulletin {
          date
        }
        ... on Video {
          recordedOn
        }
      }
    }
    facets {
      name
      values {
        value
        label
        count
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SearchQuery, SearchQueryVariables>;
export const SuggestionsDocument = new TypedDocumentString(`
    query Suggestions($q: String!, $locale: String) {
  search(q: $q, limit: 5, locale: $locale) {
    hits {
      document {
        id
        collection
        url
        locale
        title
        publishedAt
        ... on Directive {
          numberAndSymbol
          issuedOn
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SuggestionsQuery, SuggestionsQueryVariables>;
export const TopicDocument = new TypedDocumentString(`
    query Topic($keys: [String!], $topic: String!, $locale: String) {
  topics(keys: $keys, limit: 1, locale: $locale) {
    key
    title
    documents
  }
  directives(
    filter: {topic: $topic}
    sort: "-issuedOn"
    limit: 6
    locale: $locale
  ) {
    totalDocs
    docs {
      ...DirectiveEntry
    }
  }
  bulletins(filter: {topic: $topic}, limit: 4, locale: $locale) {
    totalDocs
    docs {
      ...BulletinEntry
    }
  }
  videos(filter: {topic: $topic}, limit: 4, locale: $locale) {
    totalDocs
    docs {
      ...VideoEntry
    }
  }
  notices(filter: {topic: $topic}, limit: 4, locale: $locale) {
    totalDocs
    docs {
      ...NoticeEntry
    }
  }
}
    fragment DirectiveEntry on Directive {
  id
  url
  locale
  title
  summary
  numberAndSymbol
  issuedOn
  publishedAt
  issuerNameAtIssue
  legalStatus
  effectiveFrom
  effectiveTo
  docType {
    key
    name
  }
  issuer {
    key
    shortName
    name
    defunct
  }
}
fragment BulletinEntry on Bulletin {
  id
  url
  locale
  title
  summary
  date
  publishedAt
  byline
  kind
  issueNo
  year
  picture {
    ...PictureFacts
  }
}
fragment VideoEntry on Video {
  id
  url
  locale
  title
  summary
  recordedOn
  publishedAt
  durationSeconds
  embedUrl
  poster {
    url
    alt
    width
    height
  }
  file {
    url
    mimeType
  }
  captions {
    lang
    kind
    url
  }
}
fragment NoticeEntry on Notice {
  id
  url
  locale
  title
  summary
  publishedAt
  pinned
  pinnedUntil
  expiresOn
}
fragment PictureFacts on File {
  url
  alt
  credit
  width
  height
  sizes {
    url
    width
    type
  }
}`) as unknown as TypedDocumentString<TopicQuery, TopicQueryVariables>;
export const VideoDocument = new TypedDocumentString(`
    query Video($url: String!, $locale: String) {
  video(url: $url, locale: $locale) {
    ...VideoEntry
    fallbackFields
    availableLocales
    updatedAt
    edition
    changeNote
    contentHash
    source
    transcript
    body {
      html
    }
    file {
      ...FileFacts
    }
    topics {
      key
      title
    }
    audiences {
      key
      title
    }
    territories {
      key
      name
    }
    editions {
      ...EditionFacts
    }
    provenance {
      ...ProvenanceFacts
    }
    jsonLd
  }
}
    fragment VideoEntry on Video {
  id
  url
  locale
  title
  summary
  recordedOn
  publishedAt
  durationSeconds
  embedUrl
  poster {
    url
    alt
    width
    height
  }
  file {
    url
    mimeType
  }
  captions {
    lang
    kind
    url
  }
}
fragment FileFacts on File {
  url
  filename
  mimeType
  size
  preview {
    url
    width
    height
  }
}
fragment ProvenanceFacts on Provenance {
  steps {
    name
    capacity
    at
  }
  publishedAt
  contentHash
  previousHash
  ratified
}
fragment EditionFacts on Edition {
  edition
  publishedAt
  contentHash
  changeNote
  purgedAt
}`) as unknown as TypedDocumentString<VideoQuery, VideoQueryVariables>;
export const VideoListDocument = new TypedDocumentString(`
    query VideoList($filter: VideoFilter, $counted: AnyFilter, $sort: String, $page: Int, $locale: String) {
  list: videos(
    filter: $filter
    sort: $sort
    page: $page
    limit: 10
    locale: $locale
  ) {
    totalDocs
    page
    totalPages
    docs {
      ...VideoEntry
    }
  }
  facets(collection: "videos", filter: $counted, locale: $locale) {
    name
    values {
      value
      label
      count
    }
  }
}
    fragment VideoEntry on Video {
  id
  url
  locale
  title
  summary
  recordedOn
  publishedAt
  durationSeconds
  embedUrl
  poster {
    url
    alt
    width
    height
  }
  file {
    url
    mimeType
  }
  captions {
    lang
    kind
    url
  }
}`) as unknown as TypedDocumentString<VideoListQuery, VideoListQueryVariables>;