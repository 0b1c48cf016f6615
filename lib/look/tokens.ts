/**
 * The one look of everything people see: the admin's own screens, public pages, mails. Colours stand here and nowhere
 * else. `lib/look/look.spec.ts` holds their contrast.
 */

/** Colours by what they mean. A soft one is a ground on which text of the same meaning, and ink, can be read. */
export interface Palette {
  /** Ground of pages and cards. */
  paper: string
  /** Text. */
  ink: string
  /** Text of less weight. */
  quiet: string
  /** Lines that only divide. */
  line: string
  /** Borders of what can be typed into or pressed. */
  edge: string
  /** Links, buttons, bars of charts. */
  accent: string
  accentSoft: string
  /** Text on the accent, and on `bad`. */
  onAccent: string
  focus: string
  /** Marks of state: nobody has to do anything, somebody has, it went well, it went wrong or is late. */
  neutral: string
  neutralSoft: string
  waits: string
  waitsSoft: string
  good: string
  goodSoft: string
  bad: string
  badSoft: string
}

export const LIGHT: Palette = {
  paper: '#ffffff',
  ink: '#1b1b1b',
  quiet: '#454545',
  line: '#d3d7dd',
  edge: '#6b6f76',
  accent: '#0b4f8a',
  accentSoft: '#dbe8f4',
  onAccent: '#ffffff',
  focus: '#b35900',
  neutral: '#5c5c5c',
  neutralSoft: '#f4f5f7',
  waits: '#8a5300',
  waitsSoft: '#fdf3e0',
  good: '#14532d',
  goodSoft: '#edf7f0',
  bad: '#8c1013',
  badSoft: '#fbeeee',
}

/** Its paper is that of the admin's dark theme. */
export const DARK: Palette = {
  paper: '#141414',
  ink: '#f2f2f2',
  quiet: '#c3c3c3',
  line: '#3c3c3c',
  edge: '#9a9a9a',
  accent: '#8cc0f0',
  accentSoft: '#16324b',
  onAccent: '#0a1620',
  focus: '#ffb366',
  neutral: '#aaaaaa',
  neutralSoft: '#232425',
  waits: '#e6ac52',
  waitsSoft: '#33270f',
  good: '#7ccb97',
  goodSoft: '#122e1c',
  bad: '#f59c97',
  badSoft: '#3a1918',
}

/** Fonts that machines have and that hold Vietnamese, then Khmer, then Chinese. Nothing is loaded from anywhere. */
const OTHER_SCRIPTS =
  '"Noto Sans Khmer","Khmer OS","Khmer OS Battambang","Leelawadee UI","Khmer Sangam MN","Noto Sans SC","Microsoft YaHei","PingFang SC",sans-serif'

export const FONTS = {
  text: `-apple-system,"Segoe UI",Roboto,"Noto Sans",system-ui,Arial,${OTHER_SCRIPTS}`,
  /** Programs that show mails know few fonts. */
  mail: `Arial,Helvetica,${OTHER_SCRIPTS}`,
  /** Official documents in print. */
  print: '"Times New Roman","Noto Serif","Khmer OS",SimSun,serif',
  code: 'ui-monospace,"Cascadia Mono",Consolas,Menlo,monospace',
} as const

/** Distances and corners, in sizes of the reader's font. */
export const SIZES = { gap: '0.75rem', corner: '0.25rem', mark: '0.3rem' } as const
