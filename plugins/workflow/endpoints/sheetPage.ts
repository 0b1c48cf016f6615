import { LIGHT_PAGE } from '../../../lib/look/css.ts'
import { escapeHtml } from '../../../lib/text/escapeHtml.ts'
import { ownLanguage } from '../../../lib/text/languages.ts'
import { shownInstant } from '../../../lib/time/shownInstant.ts'
import { en } from '../translations/en.ts'
import { vi, type WorkflowTexts } from '../translations/vi.ts'
import type { WorkflowView } from '../useCases/view.ts'

const STYLE = `
${LIGHT_PAGE}
body{margin:0;font:12pt/1.5 var(--look-font-print);color:var(--look-ink);background:var(--look-paper)}
main{max-width:19cm;margin:0 auto;padding:1cm}
h1{font-size:15pt;text-align:center;margin:0 0 .2cm}h2{font-size:13pt;text-align:center;margin:0 0 .6cm}
table{width:100%;border-collapse:collapse}th,td{border:1px solid var(--look-ink);padding:.15cm;text-align:left;vertical-align:top}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.1cm .4cm}dt{font-weight:700}dd{margin:0;overflow-wrap:anywhere}
p,td{overflow-wrap:anywhere}td{white-space:pre-line}tr{break-inside:avoid}
@page{size:A4;margin:1.5cm}`

const SAYS = {
  vi: {
    title: 'Phiếu trình duyệt',
    heads: ['Lúc', 'Người thực hiện, tư cách', 'Việc', 'Lý do, ghi chú'],
    state: 'Tình trạng',
    round: 'Vòng duyệt',
    edition: 'Bản công bố số',
    noEdition: 'chưa có',
    hash: 'Mã kiểm tra (SHA-256)',
    noHash: 'chưa chốt',
    printedAt: 'Lập phiếu lúc',
    zone: '(giờ Việt Nam)',
  },
  en: {
    title: 'Approval sheet',
    heads: ['At', 'Person, capacity', 'What', 'Reason, note'],
    state: 'State',
    round: 'Round',
    edition: 'Edition',
    noEdition: 'none yet',
    hash: 'Hash (SHA-256)',
    noHash: 'not frozen',
    printedAt: 'Printed at',
    zone: '(Vietnam time)',
  },
}

const instant = (iso: string): string => shownInstant(new Date(iso))

const row = (entry: WorkflowView['timeline'][number], texts: WorkflowTexts): string => {
  const words = [entry.reason, entry.comment, entry.changeNote, entry.publishAt && instant(entry.publishAt)]
  const cells = [
    instant(entry.at),
    [entry.by, entry.capacity].filter(Boolean).join('\n'),
    [texts.events[entry.type] ?? entry.type, entry.step].filter(Boolean).join(' – '),
    words.filter(Boolean).join('\n'),
  ]
  return `<tr>${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`
}

/**
 * The approval sheet of a document (phiếu trình duyệt) to print: who did what, in which capacity, when and why. Pure.
 *
 * @param args.title of the document, with its number if it has one
 * @param args.printedAt ISO 8601
 * @param args.lang language of everything but the title
 */
export const sheetPage = (args: { title: string; view: WorkflowView; printedAt: string; lang: string }): string => {
  const { title, view, printedAt } = args
  const lang = ownLanguage(args.lang)
  const says = SAYS[lang]
  const texts = { vi, en }[lang]
  const facts: [string, string][] = [
    [says.state, texts.states[view.state]],
    [says.round, String(view.round)],
    [says.edition, view.edition ? String(view.edition) : says.noEdition],
    [says.hash, view.contentHash ?? says.noHash],
    [says.printedAt, `${instant(printedAt)} ${says.zone}`],
  ]
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${says.title}</title><style>${STYLE}</style></head><body><main>
<h1>${says.title.toUpperCase()}</h1><h2>${escapeHtml(title)}</h2>
<dl>${facts.map(([name, value]) => `<dt>${name}</dt><dd>${escapeHtml(value)}</dd>`).join('')}</dl>
<table><thead><tr>${says.heads.map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead><tbody>${view.timeline
    .map((entry) => row(entry, texts))
    .join('')}</tbody></table>
</main></body></html>`
}
