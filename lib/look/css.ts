import { DARK, FONTS, LIGHT, type Palette, SIZES } from './tokens.ts'

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

const properties = (values: Record<string, string>, prefix = ''): string =>
  Object.entries(values)
    .map(([name, value]) => `--look-${prefix}${kebab(name)}:${value};`)
    .join('')

const colours = (palette: Palette): string => properties({ ...palette })
const always = properties(FONTS, 'font-') + properties(SIZES)

/** Custom properties of a light page, `--look-ink` and so on. */
export const LIGHT_PAGE = `:root{color-scheme:light;${colours(LIGHT)}${always}}`

/** The same for a page that follows the reader's system into the dark. */
export const PAGE_OF_BOTH = `:root{color-scheme:light dark;${colours(LIGHT)}${always}}@media (prefers-color-scheme:dark){:root{${colours(DARK)}}}`

/** The same for the admin, which says its theme on the root of the page. */
export const ADMIN_PAGE = `:root{${colours(LIGHT)}${always}}html[data-theme="dark"]{${colours(DARK)}}`
