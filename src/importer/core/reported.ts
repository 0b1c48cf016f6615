import type { Mention } from './issuing.ts'

/** Bodies of the place and not of the centre, by the words of their names. */
const LOCAL = /(?<!\p{L})(?:tỉnh|thành phố|TP|huyện|thị xã|quận|xã|phường|Sở|Tỉnh ủy|Thành ủy)(?!\p{L})/u

const LOCAL_SYMBOL = /^(?:UBND|HĐND|S(?!L)[A-ZĐ]|TU$|HU$)/

/** Whether a sentence does something to the number, or carries it out, so that it is not what the sentence reports. */
const isActedOn = ({ ground, background, relating }: Mention): boolean => ground || background || relating !== undefined

/**
 * Whether a title that carries a document out reports that document: it begins so, or the text says whose it is and of
 * which day. `Kết quả thực hiện Chỉ thị số …` reports results.
 */
const isReportOf = ({ key, relating }: Mention, all: Mention[]): boolean =>
  relating?.type === 'basedOn' || all.some((one) => one.key === key && one.day && (one.of || one.isTold))

/** The mention that tells most of its document. */
const fullest = (all: Mention[], key: string): Mention => {
  const own = all.filter((one) => one.key === key)
  return own.find(({ issued }) => issued) ?? own.find(({ day, issuer }) => day ?? issuer.name) ?? own[0]!
}

const isOfOneHand = (one: Mention, main: Mention): boolean => one.found.number.issuer === main.found.number.issuer

/** What an article reports, the main one first, and what it says was issued and is not taken for reported. */
interface Reported {
  mentions: Mention[]
  besides: Mention[]
}

/**
 * The mentions that report a document. What the title names is reported, unless the title says what is done to it: then
 * what was issued to do so. Without a number in the title it is what was issued. Of several issuers the one spoken of
 * most is meant, then a local one: an article on a province's plan also tells of the Prime Minister's decision that it
 * carries out, which is cited and not reported.
 *
 * @param inTitle the title's own mentions, the first ones of all
 */
export const reported = (all: Mention[], inTitle: Mention[]): Reported => {
  const issued = all.filter((mention) => mention.issued)
  const besidesOf = (taken: Mention[]) => issued.filter((one) => !taken.some((mention) => mention.key === one.key))
  const named = inTitle.filter((mention) => !isActedOn(mention)).map((mention) => fullest(all, mention.key))
  if (named.length) {
    const keys = new Set(named.map(({ key }) => key))
    // A second report of one number with another day is a second document, which the import refuses.
    const mentions = [...named, ...issued.filter((one) => keys.has(one.key) && !named.includes(one))]
    return { mentions, besides: besidesOf(mentions) }
  }
  const carriedOut = inTitle.filter(({ relating, ground }) =>
    relating ? relating.type === 'implements' || relating.type === 'basedOn' : ground,
  )
  const spoken = new Map<string, number>()
  for (const { key } of all) spoken.set(key, (spoken.get(key) ?? 0) + 1)
  const weight = (mention: Mention) =>
    spoken.get(mention.key)! * 2 +
    (LOCAL.test(mention.issuer.name ?? '') ? 1 : 0) +
    (carriedOut.some((one) => one.key === mention.key) ? 1000 : 0)
  // Beside a title that names what is carried out, a document of the centre reports nothing but the past.
  const candidates = carriedOut.length
    ? issued.filter(
        (mention) =>
          LOCAL.test(mention.issuer.name ?? '') ||
          LOCAL_SYMBOL.test(mention.found.number.issuer) ||
          carriedOut.some((one) => mention.sentence.includes(one.found.number.raw)),
      )
    : issued
  if (candidates.length) {
    const main = candidates.reduce((best, mention) => (weight(mention) > weight(best) ? mention : best))
    const same = candidates.filter((mention) => mention !== main && isOfOneHand(mention, main))
    return { mentions: [main, ...same], besides: besidesOf([main, ...same]) }
  }
  const about =
    carriedOut.find((mention) => isReportOf(mention, all)) ??
    all.find((mention) => !isActedOn(mention) && (mention.day || mention.issuer.name)) ??
    all.find(({ isTold, background, relating }) => isTold && !background && !relating)
  const mentions = about ? [fullest(all, about.key)] : []
  return { mentions, besides: besidesOf(mentions) }
}
