import { DARK, FONTS, LIGHT, type Palette } from '../../../lib/look/tokens.ts'
import { cutAtWord } from '../../../lib/text/cutAtWord.ts'
import { type Html, html } from './html.ts'

const colours = ({ paper, ink, accent, onAccent, quiet, line, waits }: Palette): string =>
  `body{background:${paper};color:${ink}}a{color:${accent}}h2{border-color:${accent}}.state{color:${waits}}` +
  `.button{background:${accent};color:${onAccent}}.why,footer{color:${quiet}}footer{border-color:${line}}`

/**
 * Style of a mail, by day and, in programs that follow the reader's system, by night. Programs that show mails know no
 * custom properties, so that the colours stand in it. Without it a mail reads well too, because some programs drop it.
 * No external images, fonts or other files, so that opening a mail cannot be tracked.
 */
const STYLE =
  ':root{color-scheme:light dark;supported-color-schemes:light dark}' +
  `body{margin:0;font:16px/1.5 ${FONTS.mail};overflow-wrap:anywhere;-webkit-text-size-adjust:100%}` +
  '.page{max-width:600px;margin:0 auto;padding:24px 16px}p{margin:8px 0}' +
  'h1{font-size:24px;line-height:1.3;margin:0 0 8px}' +
  'h2{font-size:18px;line-height:1.4;margin:32px 0 0;padding-bottom:4px;border-bottom:2px solid}' +
  'h3{font-size:17px;line-height:1.4;margin:20px 0 4px}' +
  'ul{list-style:none;margin:4px 0;padding:0}.state{font-weight:bold}.why,footer{font-size:14px}' +
  '.button{display:inline-block;margin:8px 0;padding:12px 20px;border-radius:4px;font-weight:bold;text-decoration:none}' +
  'footer{margin-top:36px;padding-top:8px;border-top:1px solid}' +
  // Khmer stacks signs above and below its letters.
  ':lang(km),h1:lang(km),h2:lang(km),h3:lang(km){line-height:1.9}' +
  colours(LIGHT) +
  `@media (prefers-color-scheme:dark){${colours(DARK)}}`

/** Programs show no more of it. */
const LONGEST_TITLE = 60

/** HTML document of a mail. */
export const mailPage = (args: { language: string; title: string; body: Html }): string =>
  html`<!DOCTYPE html>
<html lang="${args.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${cutAtWord(args.title, LONGEST_TITLE)}</title>
<style>${{ html: STYLE }}</style>
</head>
<body>
<div class="page" lang="${args.language}">
${args.body}
</div>
</body>
</html>
`.html

/** Lines about the sender of a mail; nothing when it is not known. */
export const imprintHtml = (imprint: readonly string[]): Html =>
  html`${imprint.length > 0 && html`<p>${imprint.map((line, index) => html`${index > 0 && html`<br>`}${line}`)}</p>`}`
