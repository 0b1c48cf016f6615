import { useEditorContext } from '@graphiql/react'

export interface Sample {
  name: string
  query: string
}

/**
 * A choice of sample queries; the chosen one replaces what stands in the editor, which goes back by Ctrl+Z. There is nothing
 * to choose before the editor has come, which takes seconds on a slow machine.
 */
export const SampleChoice = ({ samples }: { samples: readonly Sample[] }) => {
  const { queryEditor, variableEditor } = useEditorContext({ nonNull: true })
  const choose = (query: string) => {
    queryEditor?.setValue(query)
    variableEditor?.setValue('')
  }
  return (
    <select
      aria-label="Truy vấn mẫu"
      value=""
      disabled={!queryEditor}
      onChange={(event) => choose(samples[Number(event.target.value)]!.query)}
    >
      <option value="" disabled>
        Truy vấn mẫu…
      </option>
      {samples.map(({ name }, index) => (
        <option key={name} value={index}>
          {name}
        </option>
      ))}
    </select>
  )
}
