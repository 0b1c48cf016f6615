/**
 * Version of the tables and of all code that determines their content. Raise it when either changes; files of another
 * version are rebuilt from the log.
 */
export const CATALOGUE_VERSION = 11

/**
 * Lists sort by date, then by document key, so that documents of the same date keep their order across pages. Ascending
 * order is the exact reverse, so one index serves both.
 */
export const TABLES = `
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE log (
  seq INTEGER PRIMARY KEY, kind TEXT, collection TEXT, document TEXT, url TEXT, edition INTEGER, hash TEXT, at TEXT,
  note TEXT
);
CREATE TABLE faults (
  store TEXT, place TEXT, what TEXT NOT NULL, documents TEXT NOT NULL, PRIMARY KEY (store, place)
) WITHOUT ROWID;
CREATE TABLE documents (
  collection TEXT, document TEXT, state TEXT NOT NULL, live INTEGER, PRIMARY KEY (collection, document)
) WITHOUT ROWID;
CREATE TABLE addresses (
  url TEXT PRIMARY KEY, collection TEXT NOT NULL, slug TEXT NOT NULL, document TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE editions (
  collection TEXT, document TEXT, edition INTEGER, at TEXT, hash TEXT, note TEXT, provenance TEXT NOT NULL,
  PRIMARY KEY (collection, document, edition)
) WITHOUT ROWID;
CREATE TABLE live (
  id INTEGER PRIMARY KEY AUTOINCREMENT, collection TEXT, document TEXT, state TEXT NOT NULL, locales TEXT NOT NULL,
  published_at TEXT NOT NULL, updated_at TEXT NOT NULL, date TEXT NOT NULL, title_key TEXT NOT NULL, url TEXT NOT NULL,
  expires TEXT, pinned TEXT
);
CREATE TABLE light (live INTEGER, locale TEXT, fields TEXT NOT NULL, PRIMARY KEY (live, locale)) WITHOUT ROWID;
CREATE TABLE whole (live INTEGER PRIMARY KEY, fields TEXT NOT NULL);
CREATE TABLE facets (
  collection TEXT, name TEXT, value TEXT, live INTEGER, PRIMARY KEY (collection, name, value, live)
) WITHOUT ROWID;
CREATE TABLE links (target_collection TEXT, target TEXT, type TEXT, live INTEGER, scope TEXT,
  PRIMARY KEY (target_collection, target, type, live, scope)) WITHOUT ROWID;
CREATE INDEX links_live ON links (live);
CREATE TABLE files (sha256 TEXT, filename TEXT, live INTEGER, mime TEXT, size INTEGER,
  PRIMARY KEY (sha256, filename, live)) WITHOUT ROWID;
CREATE INDEX files_live ON files (live);
CREATE TABLE terms (collection TEXT, key TEXT, fields TEXT NOT NULL, PRIMARY KEY (collection, key)) WITHOUT ROWID;
CREATE TABLE legacy (
  address TEXT PRIMARY KEY, collection TEXT NOT NULL, document TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE hits (live INTEGER PRIMARY KEY, title TEXT, exact TEXT, number TEXT, lead TEXT);
CREATE TABLE initials (live INTEGER PRIMARY KEY, letters TEXT NOT NULL);
CREATE TABLE spellings (word TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE VIRTUAL TABLE search USING fts5 (
  title, number, lead, body, exact, content='', contentless_delete=1,
  tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'"
);
CREATE VIRTUAL TABLE vocabulary USING fts5vocab(search, 'row');
`

/**
 * Indexes for readers. They are created at the end of a build, which is faster than updating them for each row. What
 * stands in `live_date` is all that is read to count a list, or to find the newest of some days.
 */
export const READERS_INDEXES = `
CREATE UNIQUE INDEX live_document ON live (collection, document);
CREATE INDEX addresses_slug ON addresses (collection, slug);
CREATE INDEX live_published ON live (collection, published_at DESC, document);
CREATE INDEX live_updated ON live (collection, updated_at DESC, document);
CREATE INDEX live_date ON live (collection, date DESC, document, expires, published_at);
CREATE INDEX live_title ON live (collection, title_key, document);
CREATE INDEX live_expires ON live (expires) WHERE expires IS NOT NULL;
CREATE INDEX editions_hash ON editions (hash);
CREATE INDEX facets_live ON facets (live);
CREATE INDEX live_pinned ON live (collection, pinned) WHERE pinned IS NOT NULL;
`
