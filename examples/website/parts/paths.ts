import { SECTIONS, type Section } from '../words/index.ts'

/** Paths of the sections; documents stand below them, at the addresses that the API gives. */
export const PATHS: Record<Section, string> = {
  directives: '/van-ban',
  bulletins: '/ban-tin',
  videos: '/video',
  notices: '/thong-bao',
}

/** Whether a text is the name of a collection with a section of its own. */
export const isSection = (text: string): text is Section => SECTIONS.some((section) => section === text)
