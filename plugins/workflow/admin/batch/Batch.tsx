'use client'
import '../approval.css'
import './batch.css'
import { Button, Gutter, useStepNav } from '@payloadcms/ui'
import { useEffect, useId, useRef, useState } from 'react'
import { Choices } from '../Choices.tsx'
import { Dialog } from '../Dialog.tsx'
import { Documents } from './Documents.tsx'
import { type List, useBatch, useBatchTexts } from './useBatch.ts'

/** Imported texts of one kind, and their approval together. */
const Kind = ({ collection }: { collection: string }) => {
  const says = useBatchTexts()
  const heading = useId()
  const { page, setPage, found, failed, reload, chosen, setChosen, reply, prepare, approve } = useBatch(collection)
  const [asking, setAsking] = useState<List | null>(null)
  const [busy, setBusy] = useState(false)
  const status = useRef<HTMLDivElement>(null)
  const able = found?.documents.filter(({ ok }) => ok).length ?? 0

  const send = async (list: List) => {
    setAsking(null)
    setBusy(true)
    await approve(list)
    setBusy(false)
    requestAnimationFrame(() => status.current?.focus())
  }
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>{says.list}</h2>
      <div role="status" ref={status} tabIndex={-1}>
        {!found && !failed ? <p>{says.loading}</p> : null}
        {busy ? <p>{says.sending}</p> : null}
        {failed ? <p>{says.failed}</p> : null}
        {reply && !reply.refused.length && !reply.message ? <p>{says.done(reply.published, reply.before)}</p> : null}
        {reply?.message ? <p>{reply.message}</p> : null}
        {reply?.refused.length ? (
          <>
            <p>{reply.published ? says.partly(reply.published) : says.notDone}</p>
            <ul>
              {reply.refused.map(({ title, message }) => (
                <li key={`${title} ${message}`}>
                  {title || says.untitled}: {message}
                </li>
              ))}
            </ul>
          </>
        ) : null}
        {found && !found.documents.length ? <p>{says.none}</p> : null}
      </div>
      {failed ? (
        <Button buttonStyle="secondary" size="medium" margin={false} onClick={() => void reload()}>
          {says.retry}
        </Button>
      ) : null}
      {found?.documents.length ? (
        <>
          <Documents documents={found.documents} chosen={chosen} onChoose={setChosen} />
          <div className="batch__send">
            <p>{says.chosen(chosen.size, able)}</p>
            <Button
              size="medium"
              margin={false}
              disabled={busy || !chosen.size}
              onClick={() => void prepare().then(setAsking)}
            >
              {says.approve(chosen.size)}
            </Button>
          </div>
        </>
      ) : null}
      {found && (page > 1 || found.more) ? (
        <nav className="batch__pages" aria-label={says.page(page)}>
          <Button
            buttonStyle="secondary"
            size="medium"
            margin={false}
            disabled={page === 1}
            onClick={() => setPage(page - 1)}
          >
            {says.previous}
          </Button>
          <span>{says.page(page)}</span>
          <Button
            buttonStyle="secondary"
            size="medium"
            margin={false}
            disabled={!found.more}
            onClick={() => setPage(page + 1)}
          >
            {says.next}
          </Button>
        </nav>
      ) : null}
      {asking ? (
        <Dialog
          title={says.confirm(asking.documents.length)}
          onClose={() => setAsking(null)}
          footer={
            <>
              <Button margin={false} buttonStyle="secondary" onClick={() => setAsking(null)}>
                {says.back}
              </Button>
              <Button margin={false} onClick={() => void send(asking)}>
                {says.yes}
              </Button>
            </>
          }
        >
          <p>{says.confirmBody}</p>
          <p className="approval__quiet">
            {says.manifest}: {asking.manifest}
          </p>
        </Dialog>
      ) : null}
    </section>
  )
}

/** What the old portal shows already, approved together by a head. */
export const Batch = ({ kinds }: { kinds: { value: string; label: string }[] }) => {
  const says = useBatchTexts()
  const { setStepNav } = useStepNav()
  const [kind, setKind] = useState(kinds[0]!.value)
  useEffect(() => setStepNav([{ label: says.title }]), [setStepNav, says])
  return (
    <main className="batch">
      <Gutter>
        <h1>{says.title}</h1>
        <p className="approval__quiet">{says.intro}</p>
        <Choices legend={says.kind} chosen={kind} choices={kinds} onChoose={setKind} />
        <Kind key={kind} collection={kind} />
      </Gutter>
    </main>
  )
}
