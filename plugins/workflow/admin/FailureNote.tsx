'use client'
import { Button, useConfig } from '@payloadcms/ui'
import type { Failure } from './api.ts'
import { goToField } from './goToField.ts'
import { instant } from './instant.ts'
import { useTexts } from './useTexts.ts'

/**
 * Why an action failed and what to do next. Announced by screen readers at once.
 *
 * @param asks whether a refused decision leaves it to the person to look at what is true now
 */
export const FailureNote = (props: { failure: Failure; asks?: boolean; onReload: () => void }) => {
  const { failure, asks = false, onReload } = props
  const texts = useTexts()
  const { config } = useConfig()
  const { code, message, happened, fields } = failure
  const known: Record<string, string> = {
    NETWORK: texts.failure.network,
    LOGIN_REQUIRED: texts.failure.login,
    SERVER: texts.failure.server,
  }
  return (
    <div className="approval__failure" role="alert">
      <p>{known[code] ?? (message || texts.failure.server)}</p>
      {happened?.length ? (
        <>
          <p>{texts.failure.meanwhile}</p>
          <ul>
            {happened.map((event) => (
              <li key={event.seq}>
                {instant(event.at)}: {event.by} – {texts.events[event.type] ?? event.type}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {fields?.length ? (
        <>
          <p>{texts.failure.fields}</p>
          <ul>
            {fields.map((field) => (
              <li key={`${field.path} ${field.message}`}>
                <button type="button" className="approval__link" onClick={() => void goToField(field.path)}>
                  {field.message}
                </button>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {code === 'LOGIN_REQUIRED' ? (
        <p>
          <a href={`${config.routes.admin}/login`} target="_blank" rel="noopener noreferrer">
            {texts.failure.openLogin}
          </a>
        </p>
      ) : null}
      {code === 'NETWORK' || code === 'SERVER' || (asks && code.startsWith('WORKFLOW_')) ? (
        <Button buttonStyle="secondary" size="small" margin={false} onClick={onReload}>
          {texts.panel.retry}
        </Button>
      ) : null}
    </div>
  )
}
