import { numberKey } from '../../../lib/text/documentNumber.ts'
import { findNumbers } from '../../../lib/text/findNumbers.ts'
import type { Mention } from './issuing.ts'
import { sentencesOf } from './sentences.ts'

const add = <T>(lists: Map<string, T[]>, key: string, one: T): void => {
  const list = lists.get(key)
  if (list) list.push(one)
  else lists.set(key, [one])
}

/**
 * The sentences of a text by the document they speak of: the one that they name, else the one named last, else the one
 * that the text reports first. Pure.
 *
 * @param mentions the documents that the text reports
 */
export const sentencesByDocument = (paragraphs: string[], mentions: Mention[]): Map<string, string[]> => {
  const keys = new Set(mentions.map(({ key }) => key))
  const [main] = keys
  const lists = new Map<string, string[]>()
  if (main === undefined) return lists
  let current = main
  for (const sentence of paragraphs.flatMap(sentencesOf)) {
    const named =
      keys.size > 1
        ? findNumbers(sentence)
            .map(({ number }) => numberKey(number))
            .filter((key) => keys.has(key))
        : []
    current = named.at(-1) ?? current
    for (const key of named.length ? new Set(named) : [current]) add(lists, key, sentence)
  }
  return lists
}

/**
 * The cited documents by the reported one that the text speaks of: what is done to one is done by the reported document
 * named last, what is only cited belongs to the first. Pure.
 */
export const citedByDocument = (all: Mention[], mentions: Mention[]): Map<string, Mention[]> => {
  const keys = new Set(mentions.map(({ key }) => key))
  const [main] = keys
  const lists = new Map<string, Mention[]>()
  if (main === undefined) return lists
  let current = main
  for (const mention of all) {
    const key = mention.key
    if (keys.has(key)) current = key
    else add(lists, mention.relating ? current : main, mention)
  }
  return lists
}
