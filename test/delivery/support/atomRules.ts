import type { XmlElement } from './xml.ts'

const ATOM = 'http://www.w3.org/2005/Atom'
/** RFC 3339, with a capital T and Z (RFC 4287 section 3.3). */
const DATE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/
const ABSOLUTE = /^[a-z][a-z0-9+.-]*:\S+$/i
const ONCE = ['id', 'title', 'updated']
const AT_MOST_ONCE = {
  feed: ['generator', 'icon', 'logo', 'rights', 'subtitle'],
  entry: ['published', 'rights', 'source', 'summary', 'content'],
}

const named = (element: XmlElement, name: string) => element.children.filter((child) => child.name === name)

/** Faults of an Atom feed by the rules of RFC 4287, which are those that the feed validator of the W3C tells. */
export const atomFaults = (feed: XmlElement): string[] => {
  const faults: string[] = []
  const must = (holds: unknown, fault: string) => {
    if (!holds) faults.push(fault)
  }
  must(feed.name === 'feed' && feed.attributes.xmlns === ATOM, 'no feed in the namespace of Atom (2)')
  const common = (element: XmlElement, kind: 'feed' | 'entry') => {
    for (const name of ONCE) must(named(element, name).length === 1, `${kind}: one ${name} (4.1)`)
    for (const name of AT_MOST_ONCE[kind]) must(named(element, name).length <= 1, `${kind}: at most one ${name} (4.1)`)
    for (const { text } of named(element, 'id')) must(ABSOLUTE.test(text), `${kind}: an absolute id (4.2.6)`)
    for (const name of ['updated', 'published'])
      for (const { text } of named(element, name))
        must(DATE.test(text) && !Number.isNaN(Date.parse(text)), `${kind}: ${name} is a date (3.3)`)
    for (const { children } of named(element, 'author')) {
      must(children.filter(({ name }) => name === 'name').length === 1, `${kind}: an author with one name (3.2)`)
      must(
        children.every(({ text }) => text.trim()),
        `${kind}: an author with a name that is not empty (3.2)`,
      )
    }
    for (const { attributes } of named(element, 'category'))
      must(attributes.term, `${kind}: a category with a term (4.2.2)`)
    for (const { attributes } of named(element, 'link'))
      must(ABSOLUTE.test(attributes.href ?? ''), `${kind}: a link with its address (4.2.7)`)
    const alternates = named(element, 'link')
      .filter(({ attributes }) => (attributes.rel ?? 'alternate') === 'alternate')
      .map(({ attributes }) => `${attributes.type} ${attributes.hreflang}`)
    must(new Set(alternates).size === alternates.length, `${kind}: alternates differ in type or language (4.1)`)
    for (const child of element.children.filter(({ name }) => name.includes(':')))
      must(feed.attributes[`xmlns:${child.name.split(':')[0]}`], `${kind}: a foreign element in a known namespace (6)`)
  }
  common(feed, 'feed')
  must(
    named(feed, 'link').some(({ attributes }) => attributes.rel === 'self'),
    'feed: a link to itself (4.1.1)',
  )
  const entries = named(feed, 'entry')
  const after = feed.children.slice(feed.children.findIndex(({ name }) => name === 'entry'))
  must(
    !entries.length || after.every(({ name }) => name === 'entry'),
    'feed: its own elements stand before its entries (4.1.1)',
  )
  for (const entry of entries) {
    common(entry, 'entry')
    must(named(entry, 'author').length || named(feed, 'author').length, 'entry: an author, or one of the feed (4.1.2)')
    const hasAlternate = named(entry, 'link').some(({ attributes }) => (attributes.rel ?? 'alternate') === 'alternate')
    must(hasAlternate || named(entry, 'content').length, 'entry: a link, or a content (4.1.2)')
  }
  const versions = entries.map((entry) => `${named(entry, 'id')[0]?.text} ${named(entry, 'updated')[0]?.text}`)
  must(new Set(versions).size === versions.length, 'entries with one id differ in updated (4.1.1)')
  return faults
}
