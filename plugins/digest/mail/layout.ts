import { FONTS, LIGHT } from '../../../lib/look/tokens.ts'
import { type Html, html } from './html.ts'

/**
 * Style of a mail. Programs that show mails know no custom properties, so that the colours stand in it. No external images, fonts or other files, so that opening a mail
 * cannot be tracked.
 */
const STYLE =
  `body{margin:0;background:${LIGHT.paper};color:${LIGHT.ink};font:16px/1.5 ${FONTS.mail}}` +
  '.page{max-width:640px;margin:0 auto;padding:16px}h1{font-size:22px}h2{font-size:18px;margin-top:28px}h3{font-size:16px;margin:20px 0 4px}' +
  `h2+p,h3+p{margin-top:4px}a{color:${LIGHT.accent}}ul{margin:4px 0;padding-left:20px}.why,footer{color:${LIGHT.quiet};font-size:14px}footer{margin-top:32px;border-top:1px solid ${LIGHT.line}}` +
  // Khmer stacks signs above and below its letters.
  ':lang(km){line-height:1.9}'

/** HTML document of a mail. */
export const mailPage = (args: { language: string; title: string; body: Html }): string =>
  html`<!DOCTYPE html>
<html lang="${args.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${args.title}</title>
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
