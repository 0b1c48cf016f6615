'use client'
import './components.css'
import { useConfig, useForm, useFormFields, useTranslation } from '@payloadcms/ui'
import type { UIFieldClientComponent } from 'payload'
import { useCallback, useEffect, useId, useRef, useState } from 'react'
import { systemClock } from '../../lib/time/clock.ts'
import { dayOf } from '../../lib/time/periods.ts'
import { type KnownBody, type KnownType, type Suggestion, suggest } from './suggest.ts'

const SAYS = {
  vi: {
    label: 'Gõ số, ký hiệu như in trên văn bản',
    hint: 'Ví dụ 84/KH-UBND; hệ thống tách số, ký hiệu và gợi ý loại văn bản, cơ quan ban hành.',
    unread: 'Chưa đọc được số, ký hiệu này; xin kiểm tra lại hoặc ghi vào từng ô bên dưới.',
    filled: (what: string) => `Đã điền: ${what}. Xin kiểm tra lại.`,
    names: { number: 'số', symbol: 'ký hiệu', docType: 'loại văn bản', issuer: 'cơ quan ban hành' },
  },
  en: {
    label: 'Type number and symbol as printed',
    hint: 'Such as 84/KH-UBND; it is taken apart, and type and issuer are suggested.',
    unread: 'This cannot be read as a number; check it or fill in the fields below.',
    filled: (what: string) => `Filled in: ${what}. Please check.`,
    names: { number: 'number', symbol: 'symbol', docType: 'type', issuer: 'issuer' },
  },
}

interface Known {
  types: KnownType[]
  bodies: KnownBody[]
}

const askKnown = async (api: string): Promise<Known> => {
  const rows = async <Row,>(collection: string): Promise<Row[]> => {
    const response = await fetch(`${api}/${collection}?depth=0&pagination=false&locale=vi`, {
      credentials: 'same-origin',
    })
    return ((await response.json()) as { docs?: Row[] }).docs ?? []
  }
  const [types, bodies] = await Promise.all([rows<KnownType>('document-types'), rows<KnownBody>('organisations')])
  return { types, bodies }
}

/** Loads types and issuers once, while the person is still typing. */
const useKnown = (): (() => Promise<Known>) => {
  const { config } = useConfig()
  const { api } = config.routes
  const asked = useRef<Promise<Known> | undefined>(undefined)
  const known = useCallback(() => {
    asked.current ??= askKnown(api).catch(() => {
      // Without the lists a number is still parsed, and type and issuer are chosen by hand.
      asked.current = undefined
      return { types: [], bodies: [] }
    })
    return asked.current
  }, [api])
  useEffect(() => void known(), [known])
  return known
}

/** Above the parts of a directive's number: one field that accepts it as printed and fills in the parts. */
export const PrintedNumber: UIFieldClientComponent = () => {
  const id = useId()
  const { i18n } = useTranslation()
  const says = SAYS[i18n.language === 'en' ? 'en' : 'vi']
  const { dispatchFields, setModified, disabled } = useForm()
  const issuedOn = useFormFields(([fields]) => fields.issuedOn?.value)
  const [docType, issuer] = useFormFields(([fields]) => [fields.docType?.value, fields.issuer?.value])
  const known = useKnown()
  const [typed, setTyped] = useState('')
  const [said, setSaid] = useState('')
  // A new suggestion replaces an earlier one, but never a manual choice.
  const suggested = useRef<{ docType?: unknown; issuer?: unknown }>({})
  const isFree = (path: 'docType' | 'issuer', value: unknown) => !value || value === suggested.current[path]

  const fill = (found: Suggestion) => {
    const before = suggested.current
    const values: Record<string, unknown> = {
      number: found.number,
      numberSuffix: found.numberSuffix,
      symbol: found.symbol,
      printsYear: found.printsYear,
      printedYear: found.printedYear,
      numberAsPrinted: found.numberAsPrinted,
      ...(isFree('docType', docType) && (found.docType ?? before.docType) !== undefined
        ? { docType: found.docType ?? null }
        : {}),
      ...(isFree('issuer', issuer) && (found.issuer ?? before.issuer) !== undefined
        ? { issuer: found.issuer?.id ?? null, issuerNameAtIssue: found.issuer?.name ?? '' }
        : {}),
    }
    suggested.current = {
      docType: isFree('docType', docType) ? found.docType : before.docType,
      issuer: isFree('issuer', issuer) ? found.issuer?.id : before.issuer,
    }
    for (const [path, value] of Object.entries(values)) dispatchFields({ type: 'UPDATE', path, value, valid: true })
    setModified(true)
    const names = Object.entries(says.names).flatMap(([name, label]) => (values[name] ? [label] : []))
    setSaid(says.filled(names.join(', ')))
  }
  const read = async () => {
    if (!typed.trim()) return setSaid('')
    const day = typeof issuedOn === 'string' && issuedOn ? issuedOn : dayOf(systemClock.now())
    const found = suggest(typed, await known(), day)
    if (found) fill(found)
    else setSaid(says.unread)
  }

  return (
    <div className="field-type text">
      <label htmlFor={id} className="field-label">
        {says.label}
      </label>
      <input
        id={id}
        type="text"
        autoComplete="off"
        value={typed}
        maxLength={200}
        disabled={disabled}
        aria-describedby={`${id}-hint ${id}-said`}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => void read()}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          // Enter would submit the whole form.
          event.preventDefault()
          void read()
        }}
      />
      <p id={`${id}-hint`} className="field-description">
        {says.hint}
      </p>
      <p id={`${id}-said`} role="status">
        {said}
      </p>
    </div>
  )
}
