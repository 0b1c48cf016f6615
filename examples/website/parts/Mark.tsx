/** Two pages of an open book under a roof, in the colour of the text around them. */
export const MARK_PATH =
  'M24 4 42 13v3H6v-3L24 4Zm0 4.6L17.2 12h13.6L24 8.6ZM8 19h14.5v21.5C18 38 13 37 8 37V19Zm17.5 0H40v18c-5 0-10 1-14.5 3.5V19ZM6 42.5h36V45H6v-2.5Z'

export const Mark = () => (
  <svg className="emblem" viewBox="0 0 48 48" width="44" height="44" aria-hidden="true" focusable="false">
    <path fill="currentColor" d={MARK_PATH} />
  </svg>
)
