import type { Page } from 'playwright-core'
import { ALLOWED_TERMS, FORBIDDEN_ENGLISH, SHOWN_AS_THEY_ARE } from './words.ts'

/** A text in one place of the page. */
interface Said {
  /** The kind of place: text, or the attribute that holds it. */
  where: string
  text: string
}

/** All texts of the page for people who see it or use a screen reader, without those that people typed. */
const saidOn = (page: Page): Promise<Said[]> =>
  page.evaluate(() => {
    const TYPED = '[data-lexical-editor], textarea, .approval__event, .rs__value-container, .nav__user, code, pre'
    const seen = (element: Element) => element.checkVisibility({ visibilityProperty: true })
    const found: { where: string; text: string }[] = [{ where: 'title', text: document.title }]
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const holder = node.parentElement
      if (!holder || holder.closest(`script, style, noscript, template, ${TYPED}`) || !seen(holder)) continue
      const shown = holder.closest<HTMLElement>('[data-shown]')?.dataset.shown
      found.push({ where: 'text', text: shown ?? node.textContent ?? '' })
    }
    for (const name of ['placeholder', 'aria-label', 'title', 'alt', 'data-placeholder'])
      for (const element of document.body.querySelectorAll(`[${name}]`))
        if (seen(element)) found.push({ where: name, text: element.getAttribute(name) ?? '' })
    for (const input of document.body.querySelectorAll<HTMLInputElement>(
      'input[type="text"][readonly], input:disabled',
    ))
      if (seen(input) && !input.matches('#field-sha256')) found.push({ where: 'value', text: input.value })
    const tidy = found.map(({ where, text }) => ({ where, text: text.replace(/\s+/g, ' ').trim() }))
    return tidy.filter(({ text }, index) => text && tidy.findIndex((one) => one.text === text) === index)
  })

const RAW: [what: string, form: RegExp][] = [
  ['an id', /\b[0-9a-f]{24}\b|\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|\b[0-9a-f]{64}\b/],
  ['a time as machines write it', /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}|\b(?:UTC|GMT)\b|\d{1,2}:\d{2}\s?[AP]M\b/],
  ['an object', /\[object \w+\]|\bundefined\b|\bNaN\b/],
]

const slipsNow = async (page: Page, typed: readonly string[]): Promise<string[]> => {
  const said = await saidOn(page)
  return said.flatMap(({ where, text }) => {
    if (SHOWN_AS_THEY_ARE.has(text)) return []
    const told = [...ALLOWED_TERMS, ...typed].reduce((rest, term) => rest.replaceAll(term, ' '), text)
    const raw = RAW.flatMap(([what, form]) => (form.test(told) ? [what] : []))
    const words = told.match(/(?<![\p{L}\p{M}\d@./_-])[A-Za-z]{3,}(?![\p{L}\p{M}\d@_]|[./-]\w)/gu) ?? []
    const english = [...new Set(words.filter((word) => FORBIDDEN_ENGLISH.has(word.toLowerCase())))]
    const faults = [...raw, ...(english.length ? [`English: ${english.join(', ')}`] : [])]
    return faults.map((fault) => `${fault} in ${where} “${text.slice(0, 160)}”`)
  })
}

/** Number of retries on a page whose names are still being repaired, a quarter of a second apart. */
const TRIES = 40

/**
 * Persistent texts that a Vietnamese page must not show: English words, ids of rows, times in machine format.
 *
 * @param typed words that the test typed, which may be shown anywhere
 */
export const slips = async (page: Page, typed: readonly string[] = []): Promise<string[]> => {
  let found = await slipsNow(page, typed)
  for (let attempt = 1; found.length && attempt < TRIES; attempt += 1) {
    await page.waitForTimeout(250)
    found = await slipsNow(page, typed)
  }
  return found
}
