'use client'
import { useRowLabel, useTranslation } from '@payloadcms/ui'
import { beginningOf } from '../../lib/text/beginningOf.ts'

const LONGEST = 120

/** Name of a collapsed task group: its number by place, and its heading. */
export const TaskGroupLabel = () => {
  const { data, rowNumber = 0 } = useRowLabel<{ heading?: string }>()
  const { i18n } = useTranslation()
  const heading = beginningOf(data?.heading ?? '', LONGEST)
  const none = i18n.language === 'en' ? 'no heading yet' : 'chưa ghi tên nhóm'
  return (
    <span>
      {rowNumber + 1}. {heading || none}
    </span>
  )
}
