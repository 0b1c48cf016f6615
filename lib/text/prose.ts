const text = (words: string) => ({
  type: 'text',
  version: 1,
  text: words,
  format: 0,
  mode: 'normal',
  style: '',
  detail: 0,
})
const block = { version: 1, direction: 'ltr', format: '', indent: 0 } as const

/** Builds the editor's tree for plain paragraphs. */
export const prose = (...paragraphs: string[]) => ({
  root: {
    type: 'root',
    ...block,
    children: paragraphs.map((words) => ({
      type: 'paragraph',
      ...block,
      textFormat: 0,
      textStyle: '',
      children: [text(words)],
    })),
  },
})
