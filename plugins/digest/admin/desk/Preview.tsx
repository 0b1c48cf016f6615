'use client'
import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import { shownInstantOf } from '../../../../lib/time/shownInstant.ts'
import type { DryRun } from '../../desk/dryRun.ts'
import type { PreviewedMail } from '../../desk/previewMail.ts'
import { ask } from './api.ts'
import { Failure, Section, Table } from './Section.tsx'
import { useAsked, useConnection, useDeskTexts } from './useDesk.ts'

type Mail = Omit<PreviewedMail, 'html'> & { html: string | null; because?: string }

/** Links of the mail open nothing: the frame may neither run scripts nor open windows. */
const inert = (html: string): string => html.replace('<head>', '<head><base target="_blank">')

const ShownMail = ({ mail }: { mail: Mail }) => {
  const { preview: says } = useDeskTexts()
  if (mail.html === null) return <p>{mail.because}</p>
  return (
    <>
      <p>
        <strong>{mail.subject}</strong>
        <br />
        {says.facts(mail.name, mail.to, shownInstantOf(mail.sendsAt), Math.ceil(mail.size / 1024))}
      </p>
      <div className="desk__mail">
        <iframe className="desk__phone" title={says.asHtml} sandbox="" srcDoc={inert(mail.html)} />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
        <section aria-label={says.asText} tabIndex={0} className="desk__text">
          <pre>{mail.text}</pre>
        </section>
      </div>
    </>
  )
}

const Run = ({ run: first, onChosen }: { run: DryRun; onChosen: (subscriber: string, run: string) => void }) => {
  const { preview: says, failed } = useDeskTexts()
  const connection = useConnection()
  const [run, setRun] = useState(first)
  const [failure, setFailure] = useState<string | null>(null)
  const more = async () => {
    const query = new URLSearchParams({ run: run.key, after: run.next })
    const reply = await ask<{ runs: DryRun[] }>(connection, `preview?${query}`)
    if ('failure' in reply) return setFailure(reply.failure)
    const [next] = reply.value.runs
    setRun({ ...run, next: next?.next ?? '', recipients: [...run.recipients, ...(next?.recipients ?? [])] })
  }
  return (
    <Section title={run.name}>
      <p className="desk__quiet">{says.sendsAt(shownInstantOf(run.sendsAt))}</p>
      {run.recipients.length ? (
        <Table
          label={run.name}
          head={[says.to, says.items, says.mail]}
          rows={run.recipients.map(({ subscriber, to, items }) => [
            to,
            [
              items.map(({ title }) => title).join(' · '),
              <button key="see" type="button" className="desk__link" onClick={() => onChosen(subscriber, run.key)}>
                {says.see}
                <span className="desk__hidden"> {to}</span>
              </button>,
            ],
          ])}
        />
      ) : (
        <p>{says.nobody}</p>
      )}
      <Failure message={failure} otherwise={failed} />
      {run.next ? (
        <Button buttonStyle="secondary" size="medium" onClick={() => void more()}>
          {says.more}
        </Button>
      ) : null}
    </Section>
  )
}

/** Who would get what at the next time of each cadence, and the mail as one of them would get it. */
export const Preview = () => {
  const texts = useDeskTexts()
  const { preview: says } = texts
  const connection = useConnection()
  const { value, failure } = useAsked<{ runs: DryRun[] }>('preview')
  const [mail, setMail] = useState<Mail | null>(null)
  const [unseen, setUnseen] = useState<string | null>(null)
  const choose = async (subscriber: string, run: string) => {
    const reply = await ask<Mail & { more: Mail[] }>(connection, `preview?${new URLSearchParams({ subscriber })}`)
    // Somebody may get a mail of several runs; the one of this run was asked for.
    const mails = 'value' in reply ? [reply.value, ...reply.value.more] : []
    setMail(mails.find((one) => one.run === run) ?? mails[0] ?? null)
    setUnseen('failure' in reply ? reply.failure : null)
    document.getElementById('desk-mail')?.focus()
  }
  if (!value)
    return failure === null ? (
      <p role="status">{texts.loading}</p>
    ) : (
      <Failure message={failure} otherwise={texts.failed} />
    )
  return (
    <>
      <p className="desk__quiet">{says.note}</p>
      <div id="desk-mail" tabIndex={-1}>
        <Failure message={unseen} otherwise={texts.failed} />
        {mail ? (
          <Section title={says.title}>
            <ShownMail mail={mail} />
          </Section>
        ) : null}
      </div>
      {value.runs.length ? null : <p>{says.noRuns}</p>}
      {value.runs.map((run) => (
        <Run key={run.key} run={run} onChosen={(subscriber, of) => void choose(subscriber, of)} />
      ))}
    </>
  )
}
