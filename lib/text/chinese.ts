import { Converter } from 'opencc-js/t2cn'

const convert = Converter({ from: 't', to: 'cn' })
const known = new Map<string, string>()

const simplified = (character: string): string => {
  let form = known.get(character)
  if (form === undefined) {
    // Rare ones get a form of two units, which would move every place after it; a few have a form with one of its own.
    const last = convert(convert(character))
    form = last.length === character.length ? last : character
    known.set(character, form)
  }
  return form
}

/**
 * Chinese in simplified characters, so that both ways of writing meet in a search. Character by character, which keeps
 * every place in the text; for comparing only, since one simplified character can stand for several. Other text stays
 * as it is. Idempotent; never throws.
 */
export const chineseForm = (text: string): string => text.replace(/\p{Script=Han}/gu, simplified)
