import axe from 'axe-core'
import { parseDocument } from 'htmlparser2'
import { simpleParser } from 'mailparser'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Rendered } from '../../plugins/digest/mail/renderDigest.ts'
import { launchBrowser } from '../support/browser.ts'
import { bytesOf, KINDS, LANGUAGES, NOTICE } from './support/goldenMails.ts'
import { faultsIn } from './support/html.ts'

/** Every mail, with whether it belongs to a list. */
const MAILS: [name: string, isList: boolean, rendered: Rendered][] = [
  ...Object.entries(KINDS).flatMap(([kind, render]) =>
    LANGUAGES.map((language): [string, boolean, Rendered] => [
      `${kind}.${language}`,
      kind !== 'confirmation' && kind !== 'link',
      render(language),
    ]),
  ),
  ...Object.entries(NOTICE).map(([language, rendered]): [string, boolean, Rendered] => [
    `notice.${language}`,
    false,
    rendered,
  ]),
]

type Nodes = ReturnType<typeof parseDocument>['children']
const LINES = new Set(['h1', 'h2', 'h3', 'p', 'li', 'br'])

/** Lines that somebody reads in a page. */
const linesOf = (nodes: Nodes): string[] => {
  const lines = ['']
  const walk = (node: Nodes[number]): void => {
    if (node.type === 'text') lines.push((lines.pop() ?? '') + node.data)
    if (!('children' in node) || ('name' in node && node.name === 'head')) return
    const starts = 'name' in node && LINES.has(node.name)
    if (starts) lines.push('')
    node.children.forEach(walk)
    if (starts) lines.push('')
  }
  nodes.forEach(walk)
  return lines.map((line) => line.replace(/\s+/g, ' ').trim()).filter(Boolean)
}

describe.each(MAILS)('the mail %s', (name, isList, rendered) => {
  it('is the one that people have looked at', async () => {
    const bytes = await bytesOf(rendered, isList)
    expect(bytes).toEqual(await bytesOf(rendered, isList))
    // `vitest -u` writes the files anew; look at them then.
    await expect(bytes.toString('latin1')).toMatchFileSnapshot(`golden/${name}.eml`)
    expect(bytes.toString('latin1')).not.toMatch(/[^\r]\n|[^\0-\x7f]/)
  })

  it('says the same in its text and in its page', () => {
    const text = rendered.text.replace(/\s+/g, ' ')
    for (const line of linesOf(parseDocument(rendered.html).children)) expect(text).toContain(line)
    for (const [, url] of rendered.html.matchAll(/href="([^"]+)"/g)) expect(rendered.text).toContain(url)
  })

  it('is valid, short of 100 kB, and names its kind within 78 characters', async () => {
    expect(await faultsIn(rendered.html)).toEqual([])
    const bytes = await bytesOf(rendered, isList)
    expect(bytes.length).toBeLessThan(100_000)
    const { subject = '' } = await simpleParser(bytes)
    expect(subject.length).toBeLessThanOrEqual(78)
    expect(subject).not.toBe('')
  })
})

describe('subjects', () => {
  const subjectOf = async (rendered: Rendered) => (await simpleParser(await bytesOf(rendered, true))).subject
  it('of a mail about one text are its title, shortened at a word', async () => {
    expect(await subjectOf(KINDS.immediate('vi'))).toBe(
      'Kế hoạch triển khai công tác trợ giúp pháp lý cho người khuyết tật <có khó…',
    )
    expect(await subjectOf(KINDS.immediate('zh'))).toBe(
      '关于2026年对经济困难残疾人及贫困人口开展法律援助工作的实施计划',
    )
  })

  it('of corrections and withdrawals say so first, and count nothing as new', async () => {
    expect(await subjectOf(KINDS.correction('vi'))).toBe(
      'Đã đính chính: Quyết định quy định mức chi cho công tác hòa giải ở cơ sở',
    )
    expect(await subjectOf(KINDS.withdrawal('en'))).toBe(
      'Withdrawn: Quyết định quy định mức chi cho công tác hòa giải ở cơ sở',
    )
    expect(await subjectOf(KINDS.changes('vi'))).toBe('Đính chính và rút khỏi cổng: 2 nội dung')
    expect(await subjectOf(KINDS.daily('vi'))).toBe('Bản tin ngày 23/11/2026: 3 nội dung mới')
  })
})

describe('a withdrawn text', () => {
  it('is named, and not told again', () => {
    const { text, html } = KINDS.withdrawal('vi')
    for (const part of [text, html]) {
      expect(part).toContain('12/2026/QĐ-UBND')
      expect(part).not.toContain('Một câu không còn đúng')
      expect(part).not.toContain('Có hiệu lực')
    }
  })
})

describe('in a browser, by day and by night', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser.close())

  it.each(['light', 'dark'] as const)(
    'every mail can be read by everybody and fits a telephone: %s',
    async (colorScheme) => {
      const page = await browser.newPage({ viewport: { width: 390, height: 800 }, colorScheme })
      for (const [name, , { html }] of MAILS) {
        await page.setContent(html)
        await page.evaluate(axe.source)
        const found = await page.evaluate(async () => {
          const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run({
            runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'],
          })
          return {
            violations: violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`),
            over: document.documentElement.scrollWidth - document.documentElement.clientWidth,
            paper: getComputedStyle(document.body).backgroundColor,
          }
        })
        expect(found, name).toEqual({
          violations: [],
          over: 0,
          paper: colorScheme === 'light' ? 'rgb(255, 255, 255)' : 'rgb(20, 20, 20)',
        })
      }
      await page.close()
    },
    120_000,
  )
})
