'use client'
import { useId } from 'react'

/** What is drawn of one group: two bars. */
export interface Group {
  name: string
  values: [number, number]
}

const ROW = 58
const BAR = 13
/** Share of the width that the longest bar takes; what is left holds its figure. */
const LONGEST = 78

/**
 * Horizontal bars, two a group: one filled, one hatched, each with its figure. Lengths are shares of the width, so that
 * texts keep their size on every screen. The same figures stand in a table beside it.
 */
export const Bars = (props: {
  label: string
  series: [string, string]
  rows: Group[]
  shown: (value: number) => string
}) => {
  const { label, series, rows, shown } = props
  const hatched = useId()
  const most = Math.max(...rows.flatMap(({ values }) => values), 1)
  const fills = ['var(--look-accent)', `url(#${hatched})`]
  return (
    <figure className="desk__chart">
      <figcaption>
        {series.map((name, at) => (
          <span key={name} className="desk__series">
            <svg width="22" height={BAR} aria-hidden="true" focusable="false">
              <rect className="desk__bar" width="22" height={BAR} fill={fills[at]} />
            </svg>
            {name}
          </span>
        ))}
      </figcaption>
      <svg className="desk__drawing" role="img" aria-label={label} width="100%" height={rows.length * ROW}>
        <defs>
          <pattern id={hatched} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="6" height="6" fill="var(--look-accent-soft)" />
            <rect width="2" height="6" fill="var(--look-accent)" />
          </pattern>
        </defs>
        {rows.map(({ name, values }, row) => (
          <g key={name}>
            <text y={row * ROW + 13}>{name}</text>
            {values.map((value, at) => {
              const top = row * ROW + 20 + at * (BAR + 2)
              const width = `${(value / most) * LONGEST}%`
              return (
                <g key={series[at]}>
                  <rect className="desk__bar" y={top} width={width} height={BAR} fill={fills[at]} />
                  <text x={width} dx="6" y={top + 11}>
                    {shown(value)}
                  </text>
                </g>
              )
            })}
          </g>
        ))}
      </svg>
    </figure>
  )
}
