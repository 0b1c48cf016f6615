import type { LiveDocument } from '../catalogue/documents.ts'
import { listTag, tags, tagsOfScope } from '../catalogue/tags.ts'
import type { Terms } from '../catalogue/terms.ts'
import type { Catalogue } from '../readCatalogue.ts'
import type { Finding } from '../search/finder.ts'
import type { DeliveryContext } from './context.ts'

type Read = (...some: readonly string[]) => void

/** Documents carry the tag of what is read of them later: their fields, editions and provenance. */
const noteDocument =
  (read: Read) =>
  <Found extends LiveDocument | undefined>(found: Found): Found => {
    if (found) read(tags.document(found.state.collection, found.state.document))
    return found
  }

const watchedTerms = (terms: Terms, read: Read): Terms => ({
  get: (collection, key) => {
    read(tags.term(collection, key))
    return terms.get(collection, key)
  },
  all: (collection) => {
    read(tags.termsOf(collection))
    return terms.all(collection)
  },
  keys: (collection) => {
    read(tags.termsOf(collection))
    return terms.keys(collection)
  },
  referring: (collection, field, key) => {
    read(tags.termsOf(collection))
    return terms.referring(collection, field, key)
  },
  predecessors: (collection, key) => {
    read(tags.termsOf(collection))
    return terms.predecessors(collection, key)
  },
  forget: terms.forget,
})

/** Every way to read is written out, so that a new one does not compile before its tags are known. */
const watchedCatalogue = (catalogue: Catalogue, read: Read): Catalogue => {
  const note = noteDocument(read)
  const readAddress = (url: string) => {
    const { paths, legacy } = catalogue.lookups(url)
    read(...paths.map(tags.url), ...legacy.map(tags.legacy))
  }
  const { census, finder } = catalogue
  const watched: Catalogue = {
    byId: (id) => note(catalogue.byId(id)),
    byKey: (collection, document, now) => {
      read(tags.document(collection, document))
      return catalogue.byKey(collection, document, now)
    },
    holder: (collection, address) => {
      if ('slug' in address) read(tags.slug(collection, address.slug))
      else readAddress(address.url)
      return catalogue.holder(collection, address)
    },
    holderAt: (url) => {
      readAddress(url)
      return catalogue.holderAt(url)
    },
    stateOf: (holder) => {
      read(tags.document(holder.collection, holder.document))
      return catalogue.stateOf(holder)
    },
    byAddress: (collection, address, now) => {
      const found = watched.holder(collection, address)
      return found && watched.byKey(collection, found.document, now)
    },
    lookups: catalogue.lookups,
    list: (request) => {
      read(...tagsOfScope({ ...request, collections: [request.collection] }))
      const page = catalogue.list(request)
      for (const document of page.documents) note(document)
      return page
    },
    incoming: (document, now, types) => {
      read(tags.relationsTo(document.state.collection, document.state.document))
      const found = catalogue.incoming(document, now, types)
      for (const { from } of found) note(from)
      return found
    },
    log: (after, limit) => {
      const rows = catalogue.log(after, limit)
      // The log only grows at its end.
      if (rows.length < limit) read(tags.log)
      return rows
    },
    editionsWith: (hash) => {
      read(tags.log)
      return catalogue.editionsWith(hash)
    },
    shownFile: (sha256, filename, now) => {
      read(tags.log)
      return catalogue.shownFile(sha256, filename, now)
    },
    words: () => {
      read(tags.words)
      return catalogue.words()
    },
    terms: watchedTerms(catalogue.terms, read),
    census: {
      documents: (collection, now) => {
        read(listTag('place', collection))
        return census.documents(collection, now)
      },
      example: (collection, name, value) => {
        read(listTag('text', collection, { name, value }))
        return census.example(collection, name, value)
      },
      lastPublication: () => {
        read(tags.log)
        return census.lastPublication()
      },
      urls: (request) => {
        read(listTag('text', request.collection))
        return census.urls(request)
      },
    },
    finder: {
      ...finder,
      match: (typed) => {
        read(tags.words)
        return finder.match(typed)
      },
    },
    // What the document itself is read for: it carries its tag since it was found.
    light: catalogue.light,
    long: catalogue.long,
    whole: catalogue.whole,
    editions: catalogue.editions,
    provenance: catalogue.provenance,
    // Answers end by the clock on their own, and nothing is forgotten from here.
    nextExpiry: catalogue.nextExpiry,
    forget: catalogue.forget,
  }
  return watched
}

const watchedFinding = (finding: Finding, read: Read): Finding => ({
  search: (request) => {
    read(tags.words, tags.anyDocument)
    return finding.search(request)
  },
  facets: (request) => {
    read(...tagsOfScope({ ...request, collections: [request.collection] }))
    return finding.facets(request)
  },
  facetsAmong: (request) => {
    read(tags.anyDocument)
    return finding.facetsAmong(request)
  },
})

/**
 * A context that notes what is read through it, for one answer.
 *
 * @param reads receives the tags of everything that the answer depends on, apart from the clock
 */
export const watchedContext = (context: DeliveryContext, reads: Set<string>): DeliveryContext => {
  const read: Read = (...some) => {
    for (const tag of some) reads.add(tag)
  }
  return {
    ...context,
    catalogue: watchedCatalogue(context.catalogue, read),
    finding: watchedFinding(context.finding, read),
    visits: () => {
      read(tags.visits)
      return context.visits()
    },
  }
}
