import type { OwnLanguage } from '../../../lib/text/languages.ts'
import { en } from './desk/en.ts'
import { type DeskTexts, vi } from './desk/vi.ts'

export type { DeskTexts } from './desk/vi.ts'

/** Texts of the mail officer's desk. */
export const deskTexts: Record<OwnLanguage, DeskTexts> = { vi, en }
