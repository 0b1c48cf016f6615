/** An element as parsed by a strict reader. */
export interface XmlElement {
  name: string
  attributes: Record<string, string>
  children: XmlElement[]
  text: string
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

const decoded = (text: string): string => {
  if (/[<>]/.test(text) || /&(?!(amp|lt|gt|quot|#39);)/.test(text)) throw new Error(`Not well-formed: ${text}`)
  // Characters that section 2.2 of XML 1.0 forbids in documents.
  if (/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(text)) throw new Error('A forbidden character')
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name]!)
}

/**
 * Parses XML as strictly as XML 1.0 requires, limited to what feeds and sitemaps use: no DTD, no comments.
 *
 * @throws Error at the first part that is not well-formed
 */
export const readXml = (xml: string): XmlElement => {
  const body = xml.replace(/^<\?xml version="1\.0" encoding="utf-8"\?>\n/, '').trim()
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  for (const [token] of body.matchAll(/<[^<>]*>|[^<]+|</g)) {
    const parent = open.at(-1)!
    if (!token.startsWith('<')) {
      parent.text += decoded(token)
      continue
    }
    if (token.startsWith('</')) {
      if (token !== `</${open.pop()!.name}>`) throw new Error(`Not closed in order: ${token}`)
      continue
    }
    const found = /^<([a-z]+(?::[a-z_]+)?)((?:\s+[a-z:]+="[^"]*")*)(\/?)>$/.exec(token)
    if (!found) throw new Error(`Not a tag: ${token}`)
    const attributes = Object.fromEntries(
      [...found[2]!.matchAll(/\s+([a-z:]+)="([^"]*)"/g)].map(([, name, value]) => [name!, decoded(value!)]),
    )
    const element: XmlElement = { name: found[1]!, attributes, children: [], text: '' }
    parent.children.push(element)
    if (!found[3]) open.push(element)
  }
  if (open.length !== 1 || root.children.length !== 1 || root.text.trim()) throw new Error('Not one element')
  return root.children[0]!
}
