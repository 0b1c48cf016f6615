'use client'
import { createClientFeature } from '@payloadcms/richtext-lexical/client'
import {
  $getSelection,
  $isRangeSelection,
  $parseSerializedNode,
  COMMAND_PRIORITY_NORMAL,
  PASTE_COMMAND,
  type SerializedLexicalNode,
} from '@payloadcms/richtext-lexical/lexical'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { toast, useTranslation } from '@payloadcms/ui'
import { useEffect } from 'react'
import { withoutLegacyLetters } from '../../lib/text/legacyLetters.ts'
import { pastedNodes, picturesIn } from '../../lib/text/pasted/index.ts'

const lost = {
  vi: (count: number) =>
    `Phần vừa dán có ${count} ảnh không giữ lại được; hãy lưu ảnh thành tệp rồi tải lên ở mục ảnh hoặc tệp đính kèm.`,
  en: (count: number) =>
    `Pictures in what you pasted (${count}) were not kept; save them as files and upload them in the fields for pictures or files.`,
}

const BARE_ADDRESS = /^\s*[a-z]+:\/\/\S+\s*$/i

/** Pictures of a paste that the editor drops, in the text or alone. */
const picturesOf = (event: unknown): number => {
  const data = event instanceof ClipboardEvent ? event.clipboardData : undefined
  if (!data || data.types.includes('application/x-lexical-editor')) return 0
  const files = [...data.files].filter(({ type }) => type.startsWith('image/')).length
  // Word and Excel add a picture of what was copied beside the text itself.
  return data.types.includes('text/html') ? picturesIn(data.getData('text/html')) : files
}

/** The pasted text, if this feature handles it; it leaves out another Lexical editor's own format and a bare URL. */
const pastedIn = (event: unknown): { html: string; text: string } | undefined => {
  const data = event instanceof ClipboardEvent ? event.clipboardData : undefined
  if (!data || data.types.includes('application/x-lexical-editor')) return undefined
  const text = data.getData('text/plain')
  return BARE_ADDRESS.test(text) ? undefined : { html: data.getData('text/html'), text }
}

/** Handles paste events of its editor. */
const PastedTextPlugin = () => {
  const [editor] = useLexicalComposerContext()
  const { language } = useTranslation().i18n
  useEffect(
    () =>
      editor.registerCommand(
        PASTE_COMMAND,
        (event) => {
          const pictures = picturesOf(event)
          if (pictures) toast.warning(language === 'en' ? lost.en(pictures) : lost.vi(pictures))
          const pasted = pastedIn(event)
          const selection = $getSelection()
          if (!pasted || !$isRangeSelection(selection)) return false
          const nodes = pasted.html ? pastedNodes(pasted.html) : []
          const decoded = withoutLegacyLetters(pasted.text)
          // Plain text that needs no decoding is left to the editor.
          if (!nodes.length && (pasted.html || decoded === pasted.text)) return false
          event.preventDefault()
          if (nodes.length)
            selection.insertNodes(nodes.map((node) => $parseSerializedNode(node as SerializedLexicalNode)))
          else selection.insertRawText(decoded)
          return true
        },
        COMMAND_PRIORITY_NORMAL,
      ),
    [editor, language],
  )
  return null
}

export const PastedText = createClientFeature({ plugins: [{ Component: PastedTextPlugin, position: 'normal' }] })
