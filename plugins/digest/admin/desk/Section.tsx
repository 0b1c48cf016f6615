'use client'
import { type ReactNode, useId } from 'react'

/** A titled part of the desk. */
export const Section = ({ title, children }: { title: string; children: ReactNode }) => {
  const id = useId()
  return (
    <section className="desk__section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}

/** A table of figures; it scrolls on its own where the screen is narrow. */
export const Table = (props: { label: string; head: string[]; rows: (readonly [string, ReactNode[]])[] }) => {
  const { label, head, rows } = props
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className="desk__scroll" aria-label={label} tabIndex={0}>
      <table className="desk__table" aria-label={label}>
        <thead>
          <tr>
            {head.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, cells], row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own and keep their order
            <tr key={`${name} ${row}`}>
              <th scope="row">{name}</th>
              {cells.map((cell, column) => (
                <td key={head[column + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** What went wrong, in one sentence. */
export const Failure = ({ message, otherwise }: { message: string | null | undefined; otherwise: string }) =>
  message === null || message === undefined ? null : (
    <p className="desk__failure" role="alert">
      {message || otherwise}
    </p>
  )
