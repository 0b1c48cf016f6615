'use client'
import './components.css'
import { useConfig, useFormFields, useTranslation } from '@payloadcms/ui'
import type { UIFieldClientComponent } from 'payload'
import { useEffect, useState } from 'react'

type Layer = 'scan' | 'unknown'
const LAYERS: Layer[] = ['scan', 'unknown']

const SAYS: Record<'vi' | 'en', Record<Layer, (names: string) => string>> = {
  vi: {
    scan: (names) =>
      `Không có lớp chữ: ${names}. Trình đọc màn hình và tìm kiếm không đọc được bản quét; xin kèm bản có chữ nếu được.`,
    unknown: (names) =>
      `Chưa rõ có lớp chữ hay không: ${names}. Máy không đọc được tệp; xin mở tệp và thử chọn, sao chép một dòng chữ.`,
  },
  en: {
    scan: (names) =>
      `Without a text layer: ${names}. Screen readers and search cannot read a scan; add a version with text if there is one.`,
    unknown: (names) =>
      `Perhaps without a text layer: ${names}. The file could not be read; open it and try to select and copy a line.`,
  },
}

interface Found {
  filename: string
  textLayer: Layer
}

const idsOf = (value: unknown): string[] =>
  [value]
    .flat()
    .map((one) => (one && typeof one === 'object' && 'id' in one ? (one as { id: unknown }).id : one))
    .filter((id) => typeof id === 'string' || typeof id === 'number')
    .map(String)

/**
 * Below the files of a directive: warns about files that are, or may be, scans. It never blocks, because an old
 * document may only exist as a scan.
 */
export const ScanWarning: UIFieldClientComponent = () => {
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const files = useFormFields(([fields]) => fields.files?.value)
  const [found, setFound] = useState<Found[]>([])
  const ids = idsOf(files).join(',')
  useEffect(() => {
    const asked = new AbortController()
    const ask = async () => {
      const query = new URLSearchParams({
        'where[id][in]': ids,
        'where[textLayer][in]': LAYERS.join(','),
        limit: '100',
        depth: '0',
      })
      const response = await fetch(`${config.routes.api}/media?${query}`, {
        credentials: 'same-origin',
        signal: asked.signal,
      })
      const { docs = [] } = (await response.json()) as { docs?: Found[] }
      setFound(docs)
    }
    // Without an answer nothing is known about the files, so show no warning.
    if (ids) ask().catch(() => undefined)
    else setFound([])
    return () => asked.abort()
  }, [ids, config.routes.api])
  const says = SAYS[i18n.language === 'en' ? 'en' : 'vi']
  const lines = LAYERS.map((layer) => {
    const names = found.filter(({ textLayer }) => textLayer === layer).map(({ filename }) => filename)
    return names.length ? says[layer](names.join(', ')) : ''
  }).filter(Boolean)
  return (
    <p role="status" className={lines.length ? 'scan-warning' : undefined}>
      {lines.join(' ') || null}
    </p>
  )
}
