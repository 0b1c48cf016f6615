'use client'
import './dialog.css'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { createPortal } from 'react-dom'

/**
 * A modal dialog based on the browser's `<dialog>`: it traps the focus, closes on Escape and returns the focus.
 * Rendered outside the document's form, so that its inputs do not become fields of the form.
 */
export const Dialog = (props: {
  title: string
  wide?: boolean
  onClose: () => void
  children: ReactNode
  footer: ReactNode
}) => {
  const { title, wide, onClose, children, footer } = props
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useEffect(() => {
    const element = dialog.current
    const before = document.activeElement
    element?.showModal()
    return () => {
      element?.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  return createPortal(
    <dialog
      ref={dialog}
      className={`approval-dialog${wide ? ' approval-dialog--wide' : ''}`}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <h2 id={heading} className="approval-dialog__title">
        {title}
      </h2>
      {/* A long text must be scrollable by keyboard, so it is focusable. */}
      <div className="approval-dialog__body" tabIndex={wide ? 0 : undefined} role={wide ? 'document' : undefined}>
        {children}
      </div>
      <div className="approval-dialog__footer">{footer}</div>
    </dialog>,
    document.body,
  )
}
