import { Converter } from 'opencc-js/t2cn'

const convert = Converter({ from: 't', to: 'cn' })
const known = new Map<string, string>()

const simplified = (character: string): string => {
  let form = known.get(character)
  if (form === undefined) {
    // Skip conversions that change the length, because they would shift later offsets; convert twice, because a few
    // results convert further.
    const last = convert(convert(character))
    form = last.length === character.length ? last : character
    known.set(character, form)
  }
  return form
}

/**
 * Converts Chinese to simplified characters, so that a search finds both scripts. It works character by character and
 * keeps every offset. For comparison only, because one simplified character can stand for several. Other text is
 * unchanged. Idempotent; never throws.
 */
export const chineseForm = (text: string): string => text.replace(/\p{Script=Han}/gu, simplified)
