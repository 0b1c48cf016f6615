/** Fonts whose letters are pictures. */
export type SymbolFont = 'wingdings' | 'wingdings2' | 'wingdings3' | 'webdings' | 'symbol'

/** Pairs of what stands in the text and what the font shows, `o☐`. */
const pairs = (text: string): ReadonlyMap<string, string> =>
  new Map(text.split(' ').map((pair): [string, string] => [pair[0]!, pair.slice(1)]))

const SHOWN: Record<SymbolFont, ReadonlyMap<string, string>> = {
  wingdings: pairs(
    'o☐ p❐ q❑ r❒ ¨☐ n■ l● m❍ t◆ u◆ s◆ v❖ w◆ x☒ ¡○ ¢○ ¤◉ ¥◎ §▪ ª✦ «★ ¬✶ ü✓ û✗ ý☒ þ☑ Ø➢ Ù⮙ ß← à→ á↑ â↓ è➔ ç← ð⇨ ï⇦ ó⇔ E☜ F☞ G☝ A✌ C👍 D👎 J☺ L☹ (☎ )✆ *✉ !✎ "✂',
  ),
  wingdings2: pairs('P✓ O✗ R☑ Q☒ S☒ T☒ £☐ ¢■ *☐'),
  wingdings3: pairs('}▶ |◀ p▲ q▼ u▶ t◀ f← g→ h↑ i↓'),
  webdings: pairs('a✓ r✗ c☐ g■ n● =● 4▶ 3◀ 5▲ 6▼ i🛈'),
  symbol: pairs(
    [
      'aα bβ cχ dδ eε fφ gγ hη iι jϕ kκ lλ mμ nν oο pπ qθ rρ sσ tτ uυ vϖ wω xξ yψ zζ',
      'AΑ BΒ CΧ DΔ EΕ FΦ GΓ HΗ IΙ Jϑ KΚ LΛ MΜ NΝ OΟ PΠ QΘ RΡ SΣ TΤ UΥ Vς WΩ XΞ YΨ ZΖ',
      '"∀ $∃ \'∋ *∗ -− @≅ \\∴ ^⊥ `‾ ~∼ ·• £≤ ³≥ ¥∞ §♣ ¨♦ ©♥ ª♠ «↔ ¬← \u00ad↑ ®→ ¯↓ °° ±± ²″ ´× µ∝ ¶∂ ¸÷ ¹≠ º≡ »≈ ¼… ¢′',
      'Ä⊗ Å⊕ Æ∅ Ç∩ È∪ É⊃ Ê⊇ Ë⊄ Ì⊂ Í⊆ Î∈ Ï∉ Ð∠ Ñ∇ Ö√ ×⋅ Ø¬ Ù∧ Ú∨ Û⇔ Ü⇐ Ý⇑ Þ⇒ ß⇓ à◊ å∑ ò∫',
    ].join(' '),
  ),
}
/** Figures and punctuation that the font shows as they are. */
const AS_IS = /[0-9!#%&()+,./:;<=>?[\]_{|}]/

/** Word moves the letters of these fonts to a private range, so that other fonts show a box rather than a letter. */
const PRIVATE = 0xf000
const PRIVATE_SIGNS = /[\uf020-\uf0ff]/g
/** Signs of the private range that are Symbol's where no font is named: a bullet and a minus. */
const OF_SYMBOL = /[\uf0b7\uf02d]/

/** What a sign of the font shows; empty for a picture that Unicode text has no use for. */
const shown = (sign: string, font: SymbolFont): string => {
  const code = sign.charCodeAt(0)
  const own = code >= PRIVATE ? String.fromCharCode(code - PRIVATE) : sign
  return SHOWN[font].get(own) ?? (font === 'symbol' && AS_IS.test(own) ? own : '')
}

/** Replaces the letters that a symbol font shows as pictures by the signs, `o` by `☐`; other pictures are dropped. */
export const inSymbolFont = (text: string, font: SymbolFont): string =>
  text.replace(/[\u0021-\u007e\u00a1-\u00ff\uf020-\uf0ff]/g, (sign) => shown(sign, font))

/** Replaces signs of the private range, whose font is not known: it is Wingdings or Symbol. Pure; never throws. */
export const withoutPrivateSigns = (text: string): string =>
  text.replace(PRIVATE_SIGNS, (sign) => shown(sign, OF_SYMBOL.test(sign) ? 'symbol' : 'wingdings'))
