'use client'
import type { VersionLine } from '../../reading/versions.ts'
import { useTexts } from '../useTexts.ts'

/** The results of a version in words, including that it was never submitted. */
export const markWords = (line: Pick<VersionLine, 'marks'>, says: ReturnType<typeof useTexts>['versions']): string[] =>
  line.marks.length
    ? line.marks.map(({ standing, edition }) => says.marks[standing](edition ?? 0))
    : [says.notSubmitted]

export const VersionMarks = ({ line }: { line: VersionLine }) => {
  const says = useTexts().versions
  const words = markWords(line, says)
  return (
    <span className="saved__marks">
      {words.map((word, index) => (
        <span key={word} className={`state-mark state-mark--${line.marks[index]?.standing ?? 'none'}`}>
          {word}
        </span>
      ))}
      {line.current ? <span className="state-mark">{says.current}</span> : null}
    </span>
  )
}
