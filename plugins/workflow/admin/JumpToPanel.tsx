'use client'
import { useTexts } from './useTexts.ts'

/** Id of the panel on the page. */
export const PANEL_ID = 'approval'

/** On a narrow screen the panel stands below a long form; this leads to it. */
export const JumpToPanel = () => {
  const texts = useTexts()
  return (
    <a className="approval-jump" href={`#${PANEL_ID}`}>
      {texts.panel.jump}
    </a>
  )
}
