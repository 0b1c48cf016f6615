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
import { useCallback } from 'react'

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/

/** The date in words. The native control uses the browser's date order, and 05/08 must not be ambiguous. */
const inWords = (date: string, language: string): string => {
  const at = new Date(`${date}T00:00:00Z`)
  if (Number.isNaN(at.getTime())) return ''
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'vi-VN', { dateStyle: 'full', timeZone: 'UTC' }).format(
    at,
  )
}

/**
 * A date picker for a text field that holds `YYYY-MM-DD`. An invalid value, for example from an import, is shown as
 * text, so that it can be corrected.
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
  const text = value ?? ''
  const isDate = text === '' || ISO_DATE.test(text)
  const words = isDate && text ? inWords(text, i18n.language) : ''
  const locked = readOnly || disabled

  return (
    <div
      className={[fieldBaseClass, 'text', 'date-text', showError && 'error', locked && 'read-only']
        .filter(Boolean)
        .join(' ')}
    >
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
        <input
          id={id}
          name={path}
          className="date-text__input"
          type={isDate ? 'date' : 'text'}
          max="9999-12-31"
          value={text}
          disabled={locked}
          required={required}
          aria-invalid={showError || undefined}
          aria-describedby={words ? `${id}-words` : undefined}
          onChange={(event) => setValue(event.target.value || null)}
        />
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
