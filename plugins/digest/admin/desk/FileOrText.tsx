'use client'
import { useId } from 'react'

/** A file to choose. */
export const FileField = (props: { label: string; accept: string; onChosen: (file: File | null) => void }) => {
  const id = useId()
  return (
    <div className="desk__field desk__field--wide">
      <label htmlFor={id}>{props.label}</label>
      <input
        id={id}
        type="file"
        accept={props.accept}
        onChange={({ target }) => props.onChosen(target.files?.[0] ?? null)}
      />
    </div>
  )
}

/** A form with a file; the field comes before the file, because the server reads in order. */
export const formOf = (file: File, apply: boolean): FormData => {
  const form = new FormData()
  form.set('apply', String(apply))
  form.set('file', file)
  return form
}
