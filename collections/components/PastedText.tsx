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
import { useEffect } from 'react'
import { withoutLegacyLetters } from '../../lib/text/legacyLetters.ts'
import { pastedNodes } from '../../lib/text/pasted/index.ts'

const BARE_ADDRESS = /^\s*[a-z]+:\/\/\S+\s*$/i

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
  useEffect(
    () =>
      editor.registerCommand(
        PASTE_COMMAND,
        (event) => {
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
    [editor],
  )
  return null
}

export const PastedText = createClientFeature({ plugins: [{ Component: PastedTextPlugin, position: 'normal' }] })
