'use client'
import './dialog.css'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { createPortal } from 'react-dom'

/**
 * A modal dialog on the browser's own `<dialog>`: it keeps the focus inside, closes on Escape and gives the focus back
 * to where it came from. Placed outside the document's form, whose fields it must not become one of.
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
      {/* A long text must scroll by keyboard, so it can be focused. */}
      <div className="approval-dialog__body" tabIndex={wide ? 0 : undefined} role={wide ? 'document' : undefined}>
        {children}
      </div>
      <div className="approval-dialog__footer">{footer}</div>
    </dialog>,
    document.body,
  )
}
