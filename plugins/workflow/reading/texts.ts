import type { Payload } from 'payload'
import { type FrozenContent, readContents } from '../../publications/index.ts'
import { type Refusal, refusal } from '../core/refusal.ts'
import type { LoadedStream } from '../useCases/load.ts'
import { type Mark, marksOf } from './marks.ts'
import { freezeStored } from './workingCopy.ts'

/** A text of a document that can be compared with another. */
export interface NamedText {
  kind: 'edition' | 'review' | 'frozen' | 'working'
  /** Number of the edition that it is or was; `null` when it was never public. */
  edition: number | null
  /** SHA-256 of its content. */
  hash: string
  content: FrozenContent
  /** Number of saves that it covers; `undefined` for all of them. */
  saves: number | undefined
}

const EDITION = /^\d{1,9}$/
const HASH = /^[0-9a-f]{64}$/

const unusable = (): Refusal =>
  refusal(
    'BAD_REQUEST',
    'from và to là số của bản công bố, mã kiểm tra của một nội dung đã chốt, “working” cho bản làm việc, hoặc “nothing”.',
    '`from` and `to` are the number of an edition, the hash of a frozen text, `working` or `nothing`.',
  )

const missing = (): Refusal =>
  refusal(
    'NOT_FOUND',
    'Văn bản này không có nội dung được nêu; xin chọn bản khác.',
    'This document has no such text; choose another one.',
  )

/** What a text is compared with when nobody says: the edition in force, and the text under review or the working copy. */
const byDefault = (side: 'from' | 'to', { state }: LoadedStream): string => {
  if (side === 'to') return state.run?.contentHash ?? 'working'
  return state.live ? (state.lastPublished?.contentHash ?? 'nothing') : 'nothing'
}

const frozenText = async (payload: Payload, mark: Mark, kind: NamedText['kind']): Promise<NamedText | undefined> => {
  const { contentHash: hash, edition = null, number: saves } = mark
  const content = (await readContents({ payload, hashes: [hash] })).get(hash)
  return content && { kind, edition, hash, content, saves }
}

/**
 * Reads the text that a client names.
 *
 * @param args.asked number of an edition, a hash, `working`, `nothing`, or empty for the default of this side
 * @returns the text, `undefined` for `nothing`, or why there is none
 */
export const textNamed = async (args: {
  payload: Payload
  collection: string
  id: string
  loaded: LoadedStream
  side: 'from' | 'to'
  asked: string
}): Promise<{ text: NamedText | undefined } | { refusal: Refusal }> => {
  const { payload, collection, id, loaded, side } = args
  const asked = args.asked || byDefault(side, loaded)
  if (asked === 'nothing') return { text: undefined }
  if (asked === 'working') {
    const frozen = await freezeStored(payload, collection, id)
    if (!frozen) return { refusal: missing() }
    return { text: { kind: 'working', edition: null, ...frozen, saves: undefined } }
  }
  const marks = marksOf(loaded.events)
  const mark = EDITION.test(asked)
    ? marks.find(({ edition }) => edition === Number(asked))
    : HASH.test(asked)
      ? marks.findLast(({ contentHash }) => contentHash === asked)
      : null
  if (mark === null) return { refusal: unusable() }
  const kind = mark?.contentHash === loaded.state.run?.contentHash ? 'review' : mark?.edition ? 'edition' : 'frozen'
  const text = mark && (await frozenText(payload, mark, kind))
  return text ? { text } : { refusal: missing() }
}
