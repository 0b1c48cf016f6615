'use client'
import { useTexts } from './useTexts.ts'

export const PANEL_ID = 'approval'

/** Link to the panel: on a narrow screen it is below a long form. */
export const JumpToPanel = () => {
  const texts = useTexts()
  return (
    <a className="approval-jump" href={`#${PANEL_ID}`}>
      {texts.panel.jump}
    </a>
  )
}
