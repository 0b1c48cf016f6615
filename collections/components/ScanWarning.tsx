'use client'
import './components.css'
import { useConfig, useFormFields, useTranslation } from '@payloadcms/ui'
import type { UIFieldClientComponent } from 'payload'
import { useEffect, useState } from 'react'

const SAYS = {
  vi: (names: string) =>
    `Không có lớp chữ: ${names}. Trình đọc màn hình và tìm kiếm không đọc được bản quét; xin kèm bản có chữ nếu được.`,
  en: (names: string) =>
    `Without a text layer: ${names}. Screen readers and search cannot read a scan; add a version with text if there is one.`,
}

const idsOf = (value: unknown): string[] =>
  [value]
    .flat()
    .map((one) => (one && typeof one === 'object' && 'id' in one ? (one as { id: unknown }).id : one))
    .filter((id) => typeof id === 'string' || typeof id === 'number')
    .map(String)

/** Under the files of a directive: which of them are scans. A warning, never an obstacle: an old document may have nothing better. */
export const ScanWarning: UIFieldClientComponent = () => {
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const files = useFormFields(([fields]) => fields.files?.value)
  const [scans, setScans] = useState<string[]>([])
  const ids = idsOf(files).join(',')
  useEffect(() => {
    const asked = new AbortController()
    const ask = async () => {
      const query = new URLSearchParams({ 'where[id][in]': ids, 'where[textLayer][equals]': 'scan', depth: '0' })
      const response = await fetch(`${config.routes.api}/media?${query}`, {
        credentials: 'same-origin',
        signal: asked.signal,
      })
      const { docs = [] } = (await response.json()) as { docs?: { filename: string }[] }
      setScans(docs.map(({ filename }) => filename))
    }
    // Without an answer nothing is known of the files, and nothing is said.
    if (ids) ask().catch(() => undefined)
    else setScans([])
    return () => asked.abort()
  }, [ids, config.routes.api])
  return (
    <p role="status" className={scans.length ? 'scan-warning' : undefined}>
      {scans.length ? SAYS[i18n.language === 'en' ? 'en' : 'vi'](scans.join(', ')) : null}
    </p>
  )
}
