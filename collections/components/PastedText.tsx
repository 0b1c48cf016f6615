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
import { pastedNodes } from '../../lib/text/pasted/index.ts'

const BARE_ADDRESS = /^\s*[a-z]+:\/\/\S+\s*$/i

/** The pasted HTML, if this feature handles it; it leaves out another Lexical editor's own format and a bare URL. */
const htmlOf = (event: unknown): string | undefined => {
  const data = event instanceof ClipboardEvent ? event.clipboardData : undefined
  if (!data || data.types.includes('application/x-lexical-editor')) return undefined
  return BARE_ADDRESS.test(data.getData('text/plain')) ? undefined : data.getData('text/html')
}

/** Handles paste events of its editor. */
const PastedTextPlugin = () => {
  const [editor] = useLexicalComposerContext()
  useEffect(
    () =>
      editor.registerCommand(
        PASTE_COMMAND,
        (event) => {
          const html = htmlOf(event)
          const selection = $getSelection()
          if (!html || !$isRangeSelection(selection)) return false
          const nodes = pastedNodes(html)
          if (!nodes.length) return false
          event.preventDefault()
          selection.insertNodes(nodes.map((node) => $parseSerializedNode(node as SerializedLexicalNode)))
          return true
        },
        COMMAND_PRIORITY_NORMAL,
      ),
    [editor],
  )
  return null
}

export const PastedText = createClientFeature({ plugins: [{ Component: PastedTextPlugin, position: 'normal' }] })
