/** Elements after which a new line begins. */
const ENDS_LINE = /<\/(?:p|li|dt|dd|h[1-6]|tr|div|blockquote|ul|ol|dl|table)>|<br>|<hr>/gi
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

/**
 * What a piece of HTML says, without its elements, a line for each of its blocks. Pure.
 *
 * @param html as `valueHtml` writes it: every `<` opens or closes an element
 */
export const htmlText = (html: string): string =>
  html
    .replace(ENDS_LINE, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name]!)
    .replace(/[^\S\n]*\n\s*/g, '\n')
    .trim()
