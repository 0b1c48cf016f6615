'use client'
import { useId } from 'react'

/** What is drawn of one group: two bars, the second beside or part of the first. */
export interface BarGroup {
  name: string
  values: [number, number]
}

const ROW = 62
const BAR = 14
/** Share of the width that the longest bar takes; what is left holds its figure. */
const LONGEST = 78

/**
 * Horizontal bars, two a group: one filled, one hatched, each with its figure beside it. Lengths are shares of the
 * width, so that texts keep their size on every screen.
 *
 * @param block prefix of the class names, whose style sheet is the caller's
 * @param label says what is drawn and where the same figures are as a table
 * @param series what the two bars are
 */
export const BarChart = (props: {
  block: string
  label: string
  series: [string, string]
  rows: BarGroup[]
  shown: (value: number) => string
}) => {
  const { block, label, series, rows, shown } = props
  const hatched = useId()
  const most = Math.max(...rows.flatMap(({ values }) => values), Number.MIN_VALUE)
  const fills = ['var(--look-accent)', `url(#${hatched})`]
  return (
    <figure className={`${block}__chart`}>
      <figcaption>
        {series.map((name, at) => (
          <span key={name} className={`${block}__series`}>
            <svg width="22" height={BAR} aria-hidden="true" focusable="false">
              <rect className={`${block}__bar`} width="22" height={BAR} fill={fills[at]} />
            </svg>
            {name}
          </span>
        ))}
      </figcaption>
      <svg className={`${block}__drawing`} role="img" aria-label={label} width="100%" height={rows.length * ROW}>
        <defs>
          <pattern id={hatched} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="6" height="6" fill="var(--look-accent-soft)" />
            <rect width="2" height="6" fill="var(--look-accent)" />
          </pattern>
        </defs>
        {rows.map(({ name, values }, row) => (
          <g key={name}>
            <text y={row * ROW + 14}>{name}</text>
            {values.map((value, at) => {
              const top = row * ROW + 22 + at * (BAR + 2)
              const width = `${(value / most) * LONGEST}%`
              return (
                <g key={series[at]}>
                  <rect className={`${block}__bar`} y={top} width={width} height={BAR} fill={fills[at]} />
                  <text className={`${block}__bar-figure`} x={width} dx="6" y={top + 11}>
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
