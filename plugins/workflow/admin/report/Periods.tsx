'use client'
import { Button } from '@payloadcms/ui'
import Link from 'next/link.js'
import { usePathname, useRouter } from 'next/navigation.js'
import { type FormEvent, useEffect, useId, useState } from 'react'
import { PERIODS } from '../../core/reportPeriod.ts'
import type { Asked } from './useReport.ts'
import { useReportTexts } from './useReportTexts.ts'

/** A day to type; a new value takes the place of what was typed, and the focus stays where it is. */
const Day = ({ name, label, value }: { name: string; label: string; value: string }) => {
  const id = useId()
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  return (
    <div className="report__day">
      <label htmlFor={id}>{label}</label>
      <input id={id} name={name} type="date" value={typed} onChange={({ target }) => setTyped(target.value)} required />
    </div>
  )
}

/** Over which period the report tells: by name, or from a day to another. */
export const Periods = ({ asked, shown }: { asked: Asked; shown: { from: string; to: string } | null }) => {
  const { period: says } = useReportTexts()
  const router = useRouter()
  const path = usePathname()
  const heading = useId()
  const days = { from: shown?.from ?? asked.from, to: shown?.to ?? asked.to }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>
    router.push(`${path}?${new URLSearchParams(typed)}`)
  }
  return (
    <section className="report__periods" aria-labelledby={heading}>
      <h2 id={heading}>{says.title}</h2>
      <ul className="report__names">
        {PERIODS.map((name) => (
          <li key={name}>
            <Link
              className="report__name"
              href={`${path}?period=${name}`}
              aria-current={asked.period === name ? 'true' : undefined}
            >
              {says.names[name]}
            </Link>
          </li>
        ))}
      </ul>
      <form className="report__days" onSubmit={submit}>
        <Day name="from" label={says.from} value={days.from} />
        <Day name="to" label={says.to} value={days.to} />
        <Button type="submit" buttonStyle="secondary" size="medium" margin={false}>
          {says.show}
        </Button>
      </form>
    </section>
  )
}
