/** An entry of the website's menu. */
export interface MenuEntry {
  label: string
  /** A path of this site, or an absolute address elsewhere. */
  url: string
  children: MenuEntry[]
}

/** A page that stands in the menu. */
export interface MenuPage {
  key: string
  label: string
  url: string
  /** The smallest first; `undefined` comes last. */
  order: number | undefined
  /** Key of the page that it stands under; one that is not in the menu counts as none. */
  under: string | undefined
}

const byOrder = (a: MenuPage, b: MenuPage) =>
  (a.order ?? Number.POSITIVE_INFINITY) - (b.order ?? Number.POSITIVE_INFINITY) || 0

/**
 * Entries of pages: each page once, on two levels. A page under a page that is itself under another stands with the
 * latter's children; pages that stand under each other in a circle are entries of their own. Pure.
 *
 * @param pages in the order in which those of equal `order` stand
 */
export const pagesInMenu = (pages: readonly MenuPage[]): MenuEntry[] => {
  const byKey = new Map(pages.map((page) => [page.key, page]))
  const above = ({ under }: MenuPage): MenuPage | undefined => (under === undefined ? undefined : byKey.get(under))
  /** The outermost page that a page stands under; itself when it stands under none, or in a circle. */
  const topOf = (page: MenuPage): MenuPage => {
    const passed = new Set([page])
    let top = page
    for (let next = above(top); next; next = above(top)) {
      if (passed.has(next)) return page
      passed.add(next)
      top = next
    }
    return top
  }
  const sorted = [...pages].sort(byOrder)
  const entryOf = (page: MenuPage): MenuEntry => ({ label: page.label, url: page.url, children: [] })
  const tops = new Map(sorted.filter((page) => topOf(page) === page).map((page) => [page, entryOf(page)]))
  for (const page of sorted) {
    const top = topOf(page)
    if (top !== page) tops.get(top)!.children.push(entryOf(page))
  }
  return [...tops.values()]
}
