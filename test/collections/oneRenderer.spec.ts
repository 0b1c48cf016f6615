import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publicForm } from '../../plugins/delivery/catalogue/publicForm.ts'
import { classedHtml } from '../../plugins/delivery/richText/classedHtml.ts'
import { plainText } from '../../plugins/delivery/richText/plainText.ts'
import {
  type FrozenContent,
  type FrozenRichText,
  freezeWorkingCopy,
  publicShapes,
  readWorkingCopy,
} from '../../plugins/publications/index.ts'
import { RichText } from '../../plugins/workflow/admin/frozen/RichText.tsx'
import { previewPage } from '../../plugins/workflow/endpoints/previewPage.ts'
import { differenceOf } from '../../plugins/workflow/reading/difference.ts'
import { type Portal, startPortal } from '../support/portal.ts'

let portal: Portal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.stop())

type Node = Record<string, unknown> & { type: string }

const text = (words: string, format = 0): Node => ({ type: 'text', version: 1, text: words, format, mode: 'normal' })
const block = (type: string, children: Node[], more: object = {}): Node => ({
  type,
  version: 1,
  format: '',
  indent: 0,
  direction: 'ltr',
  children,
  ...more,
})
const paragraph = (...children: Node[]) => block('paragraph', children)
const list = (listType: string, tag: string, ...items: string[]) =>
  block(
    'list',
    items.map((item, index) => block('listitem', [text(item)], { value: index + 1 })),
    { listType, tag, start: 1 },
  )
const link = (type: string, words: string) =>
  block(type, [text(words)], { fields: { linkType: 'custom', url: 'https://example.vn/?a=1&b=2', newTab: false } })
const cell = (words: string, headerState: number, more: object = {}) =>
  block('tablecell', [paragraph(text(words))], { headerState, colSpan: 1, rowSpan: 1, ...more })

/** What each feature of the editor allows, and what every renderer must show of it. */
const OFFERED: Record<string, { nodes: Node[]; shows: RegExp[] }> = {
  paragraph: {
    nodes: [
      paragraph(
        text('Đoạn & <chữ>'),
        { type: 'linebreak', version: 1 },
        text('dòng'),
        { type: 'tab', version: 1, text: '\t' },
        text('cột'),
      ),
    ],
    shows: [/<p>Đoạn &amp; &lt;chữ&gt;<br \/>dòng\tcột<\/p>/],
  },
  heading: {
    nodes: ['h2', 'h3', 'h4'].map((tag) => block('heading', [text(`Mục ${tag}`)], { tag })),
    shows: [/<h2>Mục h2<\/h2>/, /<h3>Mục h3<\/h3>/, /<h4>Mục h4<\/h4>/],
  },
  bold: { nodes: [paragraph(text('đậm', 1))], shows: [/<strong>đậm<\/strong>/] },
  italic: { nodes: [paragraph(text('nghiêng', 2))], shows: [/<em>nghiêng<\/em>/] },
  strikethrough: { nodes: [paragraph(text('gạch', 4))], shows: [/(?:line-through;|struck)">gạch</] },
  underline: { nodes: [paragraph(text('chân', 8))], shows: [/underline;?">chân</] },
  subscript: { nodes: [paragraph(text('dưới', 32))], shows: [/<sub>dưới<\/sub>/] },
  superscript: { nodes: [paragraph(text('trên', 64))], shows: [/<sup>trên<\/sup>/] },
  align: {
    nodes: ['center', 'right', 'justify'].map((format) => block('paragraph', [text(`canh ${format}`)], { format })),
    shows: ['center', 'right', 'justify'].map((side) => new RegExp(`align(?:: |-)${side};?">canh`)),
  },
  unorderedList: {
    nodes: [list('bullet', 'ul', 'chấm')],
    shows: [/<ul class="list-bullet">\s*<li[^>]*>chấm<\/li>\s*<\/ul>/],
  },
  orderedList: {
    nodes: [list('number', 'ol', 'một', 'hai')],
    shows: [/<ol[^>]*>\s*<li[^>]*value="1"\s*>một<\/li>\s*<li[^>]*value="2"\s*>hai/],
  },
  blockquote: { nodes: [block('quote', [text('trích')])], shows: [/<blockquote>trích<\/blockquote>/] },
  link: {
    nodes: [paragraph(link('link', 'liên kết'), text(' '), link('autolink', 'tự nhận'))],
    shows: [/<a href="https:\/\/example.vn\/\?a=1&amp;b=2">liên kết<\/a>/, /<a [^>]+>tự nhận<\/a>/],
  },
  experimental_table: {
    nodes: [
      block('table', [
        block('tablerow', [cell('Thời hạn', 1), cell('Đơn vị', 3)]),
        block('tablerow', [cell('Quý I', 0, { colSpan: 2 }), cell('Sở Tư pháp', 0, { rowSpan: 2 })]),
      ]),
    ],
    shows: [
      /<th[^>]*>\s*<p>Thời hạn<\/p>\s*<\/th>/,
      /<td[^>]*colspan="2"[^>]*>\s*<p>Quý I/,
      /<td[^>]*rowspan="2"[^>]*>\s*<p>Sở/,
    ],
  },
}

/** Features that add tools but no kind of node. */
const TOOLS = ['pastedText', 'toolbarFixed', 'toolbarInline']
/** Kinds of node that every editor supports. */
const ALWAYS = ['paragraph', 'text', 'linebreak', 'tab']

const typesIn = (nodes: Node[]): string[] =>
  nodes.flatMap((node) => [node.type, ...typesIn((node.children as Node[] | undefined) ?? [])])

const editorOf = () => {
  const field = portal.payload.collections.directives!.config.flattenedFields.find(({ name }) => name === 'body')
  return (
    field as unknown as {
      editor: { editorConfig: { features: { enabledFeatures: string[]; nodes: { node: { getType(): string } }[] } } }
    }
  ).editor.editorConfig.features
}

const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" }
const wordsOf = (html: string): string[] =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&[#\w]+;/g, (entity) => ENTITIES[entity] ?? entity)
    .split(/\s+/)
    .filter(Boolean)

const freeze = async (body: Node[]): Promise<FrozenContent> => {
  const { status, body: answer } = await portal.rest('POST', '/notices', {
    token: await portal.as('author'),
    body: { title: 'Mọi loại chữ', body: { root: block('root', body) } },
  })
  expect(status).toBe(201)
  const id = (answer.doc as { id: string }).id
  const row = (await readWorkingCopy({ payload: portal.payload, collection: 'notices', id }))!
  return freezeWorkingCopy({ payload: portal.payload, collection: 'notices', row }).content
}

describe('everything that the editor offers', () => {
  it('is known here, so that a new kind of text cannot be forgotten', () => {
    const { enabledFeatures, nodes } = editorOf()
    expect([...enabledFeatures].sort()).toEqual([...Object.keys(OFFERED), ...TOOLS].sort())
    const walked = new Set(typesIn(Object.values(OFFERED).flatMap((offered) => offered.nodes)))
    expect([...walked].sort()).toEqual([...new Set([...nodes.map(({ node }) => node.getType()), ...ALWAYS])].sort())
  })

  it('reads the same frozen, previewed, compared, in public and as words alone', async () => {
    const content = await freeze(Object.values(OFFERED).flatMap(({ nodes }) => nodes))
    const frozen = (content.fields.body as unknown as { '@vi': FrozenRichText })['@vi']
    const showing = { lang: 'vi', fileUrl: String, titleOf: () => undefined, media: 'shown' } as const
    const preview = previewPage({
      content,
      fields: [],
      layout: {},
      title: 'title',
      locale: 'vi',
      lang: 'vi',
      fileUrl: String,
      liveEdition: () => undefined,
      citedBy: () => [],
    })
    const compared = differenceOf({ from: undefined, to: content, fields: [], locale: 'vi', showing })
    const shape = publicShapes(portal.config).notices!
    const published = publicForm(content.fields, shape).body as unknown as { '@vi': FrozenRichText }
    const exits = {
      frozen: renderToStaticMarkup(createElement(RichText, { html: frozen.html })),
      preview: preview.slice(preview.indexOf('<div class="rich">'), preview.indexOf('</article>')),
      comparison: compared.find(({ path: name }) => name === 'body')!.after.replace(/<\/?ins>/g, ''),
      public: `<div class="rich">${published['@vi'].html}</div>`,
    }
    for (const [exit, html] of Object.entries(exits)) {
      const plain = html.replace(/ rel="noopener noreferrer" target="_blank"/g, '')
      // A website with a strict policy shows no inline styles; what they say are classes there.
      const asFrozen = exit === 'public' ? classedHtml(frozen.html) : frozen.html
      expect({ exit, same: plain.includes(asFrozen) }).toEqual({ exit, same: true })
      for (const [feature, { shows }] of Object.entries(OFFERED))
        for (const shown of shows)
          expect({ exit, feature, shown, found: shown.test(plain) }).toMatchObject({ found: true })
      expect(plain).not.toContain('unknown node')
    }
    expect(wordsOf(frozen.html)).toEqual(plainText(frozen.lexical).split(/\s+/))
  })
})

it('is made HTML of in one place alone', () => {
  const sources = ['collections', 'plugins', 'src'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => path.join(folder, name))
      .filter((name) => /\.tsx?$/.test(name) && !/\.spec\.tsx?$/.test(name)),
  )
  const renders = (source: string) => /richtext-lexical\/(?:html|html-async|react)['"]/.test(source)
  expect(sources.filter((name) => renders(readFileSync(name, 'utf8')))).toEqual([
    path.join('plugins', 'publications', 'richText', 'renderTree.ts'),
  ])
})
