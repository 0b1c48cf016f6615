import type { PayloadRequest, TextField } from 'payload'
import { isIsoDay } from '../../../lib/text/dates.ts'
import { dayBounds } from '../../../lib/time/periods.ts'
import type { Text } from '../core/definition.ts'
import { sentence } from '../hooks/asApiError.ts'
import { component } from '../place.ts'

/** ISO 8601 with a time zone; without one it would depend on the machine. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/

/** Whether a value is an instant that a calendar has. */
export const isInstant = (value: unknown): value is string =>
  typeof value === 'string' && INSTANT.test(value) && !Number.isNaN(Date.parse(value))

/** The instant at which a time begins or ends, ISO 8601, UTC; a day alone is whole. Anything else stays as it is. */
export const instantOf = (value: unknown, end: 'start' | 'end'): unknown => {
  if (typeof value !== 'string') return value
  const text = value.trim()
  if (isIsoDay(text)) return dayBounds(text)[end].toISOString()
  return INSTANT.test(text) && isIsoDay(text.slice(0, 10)) ? new Date(text).toISOString() : text
}

/** A field for an instant, typed and shown in Vietnam's time. */
export const instantField = (field: {
  name: string
  label: Text
  description: Text
  required?: boolean
  index?: boolean
  readOnly?: boolean
  defaultValue?: () => string
}): TextField => {
  const { description, readOnly = false, label, ...rest } = field
  return {
    ...rest,
    type: 'text',
    label: { ...label },
    custom: { instant: true },
    ...(readOnly ? { access: { create: () => false, update: () => false } } : {}),
    admin: {
      readOnly,
      description: { ...description },
      ...(readOnly
        ? { condition: (_: unknown, siblings: Record<string, unknown>) => Boolean(siblings[field.name]) }
        : {}),
      components: { Field: component('InstantField#InstantField') },
    },
    validate: (value: string | null | undefined, { req }: { req: PayloadRequest }) =>
      (!value && !field.required) || isInstant(value)
        ? true
        : sentence({ vi: 'Xin chọn đủ ngày và giờ.', en: 'Choose a day and a time.' }, req),
  }
}
