'use client'
import { Button } from '@payloadcms/ui'
import { type FormEvent, useId, useState } from 'react'
import { shownInstantOf } from '../../../../lib/time/shownInstant.ts'
import type { AddressState } from '../../desk/addressState.ts'
import { Failure, Section, Table } from './Section.tsx'
import { useDeskTexts, useSending } from './useDesk.ts'

type Found = AddressState & { lifted?: boolean }

const State = ({ found }: { found: Found }) => {
  const { addresses: says, causes, deliveryStates } = useDeskTexts()
  const { suppressed, subscriber, mails } = found
  return (
    <>
      <p>
        {found.lifted ? `${says.lifted} ` : ''}
        {suppressed ? says.suppressed(causes[suppressed.cause], shownInstantOf(suppressed.at)) : says.free}{' '}
        {subscriber ? says.subscriber[subscriber.state] : says.stranger}
      </p>
      {mails.length ? (
        <Table
          label={says.mails}
          head={[says.mail, says.state, says.at, says.reply]}
          rows={mails.map((mail) => [
            mail.name || says.kinds[mail.kind],
            [
              deliveryStates[mail.state],
              shownInstantOf(mail.settledAt || mail.createdOn),
              <span key="reply" lang="en">
                {mail.reply || mail.reason}
              </span>,
            ],
          ])}
        />
      ) : null}
    </>
  )
}

/** Looks up an address that the officer types, and lets it be written to again. */
export const Addresses = () => {
  const texts = useDeskTexts()
  const { addresses: says } = texts
  const [address, setAddress] = useState('')
  const [reason, setReason] = useState('')
  const { send, busy, reply, forget } = useSending<Found>()
  const [addressId, reasonId] = [useId(), useId()]
  const found = reply && 'value' in reply ? reply.value : null
  const find = (event: FormEvent) => {
    event.preventDefault()
    void send('addresses/find', { address })
  }
  const lift = async () => {
    const answer = await send('addresses/lift', { address, reason })
    if ('value' in answer) setReason('')
  }
  return (
    <Section title={says.title}>
      <p className="desk__quiet">{says.note}</p>
      <form className="desk__form" onSubmit={find}>
        <div className="desk__field desk__field--wide">
          <label htmlFor={addressId}>{says.address}</label>
          <input
            id={addressId}
            type="text"
            inputMode="email"
            autoComplete="off"
            value={address}
            onChange={({ target }) => {
              setAddress(target.value)
              forget()
            }}
          />
        </div>
        <Button type="submit" buttonStyle="secondary" margin={false} disabled={busy}>
          {says.find}
        </Button>
      </form>
      <div role="status">{found ? <State found={found} /> : null}</div>
      {found?.suppressed || (reply && 'failure' in reply && reason) ? (
        <div className="desk__form">
          <div className="desk__field desk__field--wide">
            <label htmlFor={reasonId}>{says.reason}</label>
            <input id={reasonId} value={reason} maxLength={1000} onChange={({ target }) => setReason(target.value)} />
          </div>
          <Button buttonStyle="secondary" margin={false} disabled={busy} onClick={() => void lift()}>
            {says.lift}
          </Button>
        </div>
      ) : null}
      {reply && 'failure' in reply ? <Failure message={reply.failure} otherwise={texts.failed} /> : null}
    </Section>
  )
}
