'use client'
import './components.css'
import {
  FieldDescription,
  FieldError,
  FieldLabel,
  fieldBaseClass,
  RenderCustomComponent,
  useField,
  useTranslation,
  withCondition,
} from '@payloadcms/ui'
import type { TextFieldClientComponent, TextFieldValidation, Validate } from 'payload'
import { useCallback, useRef, useState } from 'react'
import { dayFirst, isIsoDay, typedDay } from '../../lib/text/dates.ts'
import { systemClock } from '../../lib/time/clock.ts'

const OPEN_CALENDAR = { vi: 'Chọn trong lịch', en: 'Choose in a calendar' }

/** The date in words, because 05/08 must not be ambiguous. */
const inWords = (date: string, language: string): string => {
  const at = new Date(`${date}T00:00:00Z`)
  if (Number.isNaN(at.getTime())) return ''
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'vi-VN', { dateStyle: 'full', timeZone: 'UTC' }).format(
    at,
  )
}

/**
 * A field for a day, stored as `YYYY-MM-DD` and written day/month/year in every browser; the native control would use
 * the order of the browser's language. An invalid value stays as typed, so that it can be corrected.
 */
const DateTextField: TextFieldClientComponent = (props) => {
  const { field, path: pathFromProps, readOnly, validate } = props
  const { i18n } = useTranslation()
  const { label, required, localized } = field
  const check = useCallback<TextFieldValidation>(
    (value, options) => (validate ? validate(value, { ...options, required }) : true),
    [validate, required],
  )
  const { customComponents, disabled, path, setValue, showError, value } = useField<string | null>({
    potentiallyStalePath: pathFromProps,
    validate: check as Validate,
  })
  const { BeforeInput, AfterInput, Description, Error: ErrorMessage, Label } = customComponents ?? {}
  const id = `field-${path.replace(/\./g, '__')}`
  const [typed, setTyped] = useState<string>()
  const calendar = useRef<HTMLInputElement>(null)
  const text = value ?? ''
  const isDay = isIsoDay(text)
  const words = isDay ? inWords(text, i18n.language) : ''
  const locked = readOnly || disabled
  const type = (given: string) => {
    setTyped(given)
    setValue(given.trim() ? (typedDay(given, systemClock.now().getFullYear()) ?? given) : null)
  }

  return (
    <div className={[fieldBaseClass, 'text', showError && 'error', locked && 'read-only'].filter(Boolean).join(' ')}>
      <RenderCustomComponent
        CustomComponent={Label}
        Fallback={<FieldLabel htmlFor={id} label={label} localized={localized} path={path} required={required} />}
      />
      <div className={`${fieldBaseClass}__wrap`}>
        <RenderCustomComponent
          CustomComponent={ErrorMessage}
          Fallback={<FieldError path={path} showError={showError} />}
        />
        {BeforeInput}
        <div className="date-text__row">
          <input
            id={id}
            name={path}
            className="date-text__input"
            type="text"
            autoComplete="off"
            placeholder="08/05/2024"
            value={typed ?? dayFirst(text)}
            disabled={locked}
            required={required}
            aria-invalid={showError || undefined}
            aria-describedby={words ? `${id}-words` : undefined}
            onChange={(event) => type(event.target.value)}
            onBlur={() => setTyped(undefined)}
          />
          <button
            type="button"
            className="date-text__open"
            aria-label={i18n.language === 'en' ? OPEN_CALENDAR.en : OPEN_CALENDAR.vi}
            disabled={locked}
            onClick={() => calendar.current?.showPicker()}
          >
            <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
              <path d="M3 5h14v12H3zM3 9h14M7 3v4M13 3v4" fill="none" stroke="currentColor" strokeWidth="1.5" />
            </svg>
          </button>
          <input
            ref={calendar}
            className="date-text__calendar"
            type="date"
            max="9999-12-31"
            tabIndex={-1}
            aria-hidden="true"
            value={isDay ? text : ''}
            disabled={locked}
            onChange={(event) => setValue(event.target.value || null)}
          />
        </div>
        {AfterInput}
      </div>
      {words ? (
        <p id={`${id}-words`} className="date-text__words">
          {words}
        </p>
      ) : null}
      <RenderCustomComponent
        CustomComponent={Description}
        Fallback={<FieldDescription description={field.admin?.description} path={path} />}
      />
    </div>
  )
}

export const DateText = withCondition(DateTextField)
