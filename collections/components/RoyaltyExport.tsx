'use client'
import './components.css'
import { useAuth, useConfig, useTranslation } from '@payloadcms/ui'
import { useId, useState } from 'react'
import { READS_ROYALTIES } from '../royalties/readers.ts'

const SAYS = {
  vi: {
    heading: 'Bảng nhuận bút',
    from: 'Từ ngày',
    to: 'Đến ngày',
    get: 'Tải bảng nhuận bút (CSV)',
    failed: 'Chưa tải được; xin chọn hai ngày, ngày đầu không sau ngày cuối.',
  },
  en: {
    heading: 'Royalties',
    from: 'From',
    to: 'To',
    get: 'Download royalties (CSV)',
    failed: 'Not downloaded; choose two days, the first not after the last.',
  },
}

/** Above the list of bulletins, for authorised roles: exports the royalties of a period as a spreadsheet. */
export const RoyaltyExport = () => {
  const { user } = useAuth()
  const { api } = useConfig().config.routes
  const texts = SAYS[useTranslation().i18n.language === 'en' ? 'en' : 'vi']
  const id = useId()
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [failed, setFailed] = useState(false)
  const { role } = (user ?? {}) as { role?: string }
  if (!(READS_ROYALTIES as readonly (string | undefined)[]).includes(role)) return null

  const download = async () => {
    const response = await fetch(`${api}/bulletins/royalties?${new URLSearchParams({ from, to })}`, {
      credentials: 'same-origin',
    }).catch(() => undefined)
    setFailed(!response?.ok)
    if (!response?.ok) return
    const link = document.createElement('a')
    link.href = URL.createObjectURL(await response.blob())
    link.download = `nhuan-but-${from}-${to}.csv`
    link.click()
    URL.revokeObjectURL(link.href)
  }

  return (
    <details className="royalty-export">
      <summary>{texts.heading}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void download()
        }}
      >
        <label htmlFor={`${id}-from`}>
          {texts.from}{' '}
          <input
            id={`${id}-from`}
            type="date"
            required
            value={from}
            onChange={(event) => setFrom(event.target.value)}
          />
        </label>
        <label htmlFor={`${id}-to`}>
          {texts.to}{' '}
          <input id={`${id}-to`} type="date" required value={to} onChange={(event) => setTo(event.target.value)} />
        </label>
        <button type="submit">{texts.get}</button>
        <p role="alert">{failed ? texts.failed : null}</p>
      </form>
    </details>
  )
}
