'use client'
import './states.css'
import type { DefaultCellComponentProps } from 'payload'
import type { PublicState } from '../core/state.ts'
import { stateInWords } from './Standing.tsx'
import { useTexts } from './useTexts.ts'

/** The state of a document in a list. */
export const StateCell = ({ cellData, rowData }: DefaultCellComponentProps) => {
  const texts = useTexts()
  const state = cellData as PublicState | null | undefined
  if (!state || !(state in texts.states)) return null
  return (
    <span className={`state-mark state-mark--${state}`}>
      {stateInWords(texts, state, rowData.unsubmittedChanges === true)}
    </span>
  )
}
