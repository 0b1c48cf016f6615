/** Every text of the website that is its own. One file a language says all of them. */
export interface Words {
  skip: string
  trail: string
  menu: string
  languages: string
  home: string
  search: string
  searchLabel: string
  searchHint: string
  searchButton: string
  sections: Record<Section, string>
  /** What one document of a section is called. */
  kinds: Record<Section, string>
  /** What a section has, in one sentence under its heading. */
  intros: Record<Section, string>
  newestDirectives: string
  notices: string
  pinned: string
  featuredVideo: string
  bulletins: string
  topics: string
  all: (name: string) => string
  documents: (count: number) => string
  results: (count: number) => string
  visits: (total: string, today: string) => string
  filters: string
  filterNames: Record<FilterName, string>
  anyValue: string
  from: string
  to: string
  sort: string
  sorts: Record<Sort, string>
  apply: string
  chosen: string
  without: (label: string) => string
  clear: string
  nothing: string
  nothingHint: string
  pages: string
  page: (page: number, of: number) => string
  previous: string
  next: string
  subscribe: string
  subscribeHere: string
  feed: string
  facts: string
  number: string
  docType: string
  issuedOn: string
  issuer: string
  signers: string
  effectiveFrom: string
  effectiveTo: string
  period: string
  status: string
  /** What the legal status of a directive is, with the day it counts from where there is one. */
  statuses: Record<string, (day: string | undefined) => string>
  defunct: string
  successors: string
  predecessors: string
  parent: string
  children: string
  validFrom: (day: string) => string
  validTo: (day: string) => string
  abstract: string
  objectives: string
  implementers: string
  content: string
  taskGroups: (count: number) => string
  lead: string
  deadline: string
  files: string
  download: string
  openFile: string
  noPreview: string
  relations: string
  part: string
  about: string
  editions: string
  edition: (number: number) => string
  current: string
  firstEdition: string
  purged: string
  provenance: string
  unratified: string
  checkProvenance: string
  contentHash: string
  publishedAt: string
  updatedAt: string
  date: string
  byline: string
  source: string
  issue: (number: number | null, year: number | null) => string
  picture: (credit: string) => string
  recordedOn: string
  duration: string
  transcript: string
  watchElsewhere: string
  noVideo: string
  expiresOn: string
  audiences: string
  territories: string
  inLanguages: string
  /** The document is in another language than the page. */
  fallback: (language: string) => string
  /** Some parts of the document are. */
  partly: (language: string) => string
  /** The website's answer is an older one. */
  stale: string
  withdrawn: string
  expired: string
  reason: string
  withdrawnOn: string
  notFound: string
  notFoundHint: string
  maybe: string
  badRequest: string
  badRequestHint: string
  tooMany: string
  tooManyHint: string
  unavailable: string
  unavailableHint: string
  wrongMethod: string
  wrongMethodHint: string
  overview: string
  staticPages: string
  bodies: string
  noLonger: string
  answers: string
  loose: string
  tryTopics: string
  shorter: string
  kind: string
  everything: string
  agency: string
  address: string
  telephone: string
  email: string
  lastPublished: string
}

export const SECTIONS = ['directives', 'bulletins', 'videos', 'notices'] as const
export type Section = (typeof SECTIONS)[number]

export type FilterName = 'topic' | 'docType' | 'issuer' | 'year' | 'audience' | 'territory' | 'language'
export type Sort = '-publishedAt' | '-issuedOn' | 'issuedOn' | 'title'
