import { hasWords } from '../text/normalise.ts'
import { saysUntitled } from '../text/untitled.ts'

/** A validation error: the field, and one sentence that says what to do. */
export interface Fault {
  path: string
  message: { vi: string; en: string }
}

/** Fields of one document in one locale. */
export type Content = Record<string, unknown>

export const fault = (path: string, vi: string, en: string): Fault => ({ path, message: { vi, en } })

export const isBlank = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  (typeof value === 'string' && !hasWords(value)) ||
  (Array.isArray(value) && value.length === 0) ||
  isBlankTree(value)

const isBlankTree = (value: unknown): boolean => {
  if (value === null || typeof value !== 'object' || !('root' in value)) return false
  const texts = (node: { text?: unknown; children?: unknown[] }): boolean =>
    (typeof node.text === 'string' && hasWords(node.text)) ||
    ((node.children ?? []) as { children?: unknown[] }[]).some(texts)
  return !texts((value as { root: { children?: unknown[] } }).root)
}

/** Id of a related row, populated or not. */
export const idOf = (value: unknown): string | number | undefined => {
  if (typeof value === 'string' || typeof value === 'number') return value
  return value && typeof value === 'object' && 'id' in value ? (value as { id: string | number }).id : undefined
}

/** Whether a title is missing or is a placeholder such as "No title". */
export const isUntitled = (title: unknown): boolean => isBlank(title) || saysUntitled(String(title))
