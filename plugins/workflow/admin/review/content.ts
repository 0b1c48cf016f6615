import { isJsonObject, localise } from '../../../publications/client.ts'
import type { FrozenContent, FrozenFile, Json } from '../../../publications/index.ts'

/**
 * What people call a document: `84/KH-UBND – Kế hoạch …`. Pure.
 *
 * @param cited fields by which it is cited, in this order; those that say nothing are left out
 * @returns empty when none says anything
 */
export const nameOf = (content: FrozenContent, cited: readonly string[], language: string): string => {
  const [first = language] = content.locales
  return cited
    .map((field) => {
      const value = content.fields[field]
      const said = value === undefined ? undefined : localise(value, language, first)
      return typeof said === 'string' || typeof said === 'number' ? String(said).trim() : ''
    })
    .filter(Boolean)
    .join(' – ')
}

const filesIn = (value: Json): FrozenFile[] => {
  if (Array.isArray(value)) return value.flatMap(filesIn)
  if (!isJsonObject(value)) return []
  if (typeof value.sha256 === 'string' && typeof value.filename === 'string') return [value as unknown as FrozenFile]
  return Object.values(value).flatMap(filesIn)
}

const isShownInText = ({ mimeType }: FrozenFile) => /^(image|video)\//.test(mimeType)

const isPdf = ({ mimeType }: FrozenFile) => mimeType === 'application/pdf'

/**
 * The files of a text that are read beside it: papers, each once, PDF first. Pictures and videos stand in the text. Pure.
 */
export const papersOf = ({ fields }: Pick<FrozenContent, 'fields'>): FrozenFile[] => {
  const papers = new Map(
    filesIn(fields)
      .filter((file) => !isShownInText(file))
      .map((file) => [file.sha256, file]),
  )
  return [...papers.values()].sort((one, other) => Number(isPdf(other)) - Number(isPdf(one)))
}
