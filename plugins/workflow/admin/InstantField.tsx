'use client'
import './approval.css'
import {
  FieldDescription,
  FieldError,
  FieldLabel,
  fieldBaseClass,
  RenderCustomComponent,
  useField,
  withCondition,
} from '@payloadcms/ui'
import type { TextFieldClientComponent, TextFieldValidation, Validate } from 'payload'
import { useCallback } from 'react'
import { fromVietnam, instant, inVietnam } from './instant.ts'

/** A field for an instant, stored as ISO 8601 in UTC and written in the time of Vietnam, wherever the browser is. */
const InstantTextField: TextFieldClientComponent = (props) => {
  const { field, path: pathFromProps, readOnly, validate } = props
  const { label, required, localized } = field
  const check = useCallback<TextFieldValidation>(
    (value, options) => (validate ? validate(value, { ...options, required }) : true),
    [validate, required],
  )
  const { customComponents, disabled, path, setValue, showError, value } = useField<string | null>({
    potentiallyStalePath: pathFromProps,
    validate: check as Validate,
  })
  const { Description, Error: ErrorMessage, Label } = customComponents ?? {}
  const id = `field-${path.replace(/\./g, '__')}`
  const fixed = readOnly || disabled
  return (
    <div className={[fieldBaseClass, 'text', showError && 'error', fixed && 'read-only'].filter(Boolean).join(' ')}>
      <RenderCustomComponent
        CustomComponent={Label}
        Fallback={<FieldLabel htmlFor={id} label={label} localized={localized} path={path} required={required} />}
      />
      <div className={`${fieldBaseClass}__wrap`}>
        <RenderCustomComponent
          CustomComponent={ErrorMessage}
          Fallback={<FieldError path={path} showError={showError} />}
        />
        {fixed ? (
          <input id={id} type="text" value={value ? instant(value) : ''} readOnly />
        ) : (
          <input
            id={id}
            type="datetime-local"
            value={inVietnam(value ?? '')}
            required={required}
            aria-invalid={showError || undefined}
            onChange={({ target }) => setValue(fromVietnam(target.value) ?? '')}
          />
        )}
      </div>
      {/* The native control uses the browser's order of day and month. */}
      <p role="status" className="approval__quiet">
        {!fixed && value ? instant(value) : ''}
      </p>
      <RenderCustomComponent
        CustomComponent={Description}
        Fallback={<FieldDescription description={field.admin?.description} path={path} />}
      />
    </div>
  )
}

export const InstantField = withCondition(InstantTextField)
