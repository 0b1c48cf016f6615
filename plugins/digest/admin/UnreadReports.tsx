'use client'
import { useAuth, useConfig, useTranslation } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { ownLanguage } from '../../../lib/text/languages.ts'

/** Note on the home page of people who may see subscribers: delivery reports that the system could not interpret. */
export const UnreadReports = () => {
  const { i18n } = useTranslation()
  const { config } = useConfig()
  const { permissions } = useAuth()
  const [count, setCount] = useState(0)
  const mayRead = Boolean(permissions?.collections?.subscribers?.read)

  useEffect(() => {
    if (!mayRead) return
    fetch(`${config.routes.api}/subscribers/unread-reports`, { credentials: 'same-origin', cache: 'no-store' })
      .then(async (response) => {
        if (response.ok) setCount(((await response.json()) as { count: number }).count)
      })
      // Without a network, the other lists of the page show the error.
      .catch(() => undefined)
  }, [mayRead, config.routes.api])

  if (!count) return null
  return (
    <p role="status">
      {ownLanguage(i18n.language) === 'en'
        ? `${count} replies to our mails are not delivery reports that could be read. Ask the administrator for the files “*.unread” in the folder “bounces” and handle them by hand.`
        : `Có ${count} thư hồi âm mà phần mềm không đọc được là thư báo lỗi gửi. Xin nhờ quản trị viên mở các tệp “*.unread” trong thư mục “bounces” và xử lý bằng tay.`}
    </p>
  )
}
