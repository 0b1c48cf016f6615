import { type Content, type Fault, fault, isBlank } from './fault.ts'

/** Hosts whose players may be embedded. */
export const EMBED_HOSTS = ['www.youtube-nocookie.com', 'www.youtube.com', 'player.vimeo.com'] as const

/** Whether an address may be embedded: https, a host of the list, no credentials or port. */
export const isEmbedAllowed = (address: string): boolean => {
  const url = URL.canParse(address) ? new URL(address) : undefined
  return (
    url?.protocol === 'https:' &&
    !url.username &&
    !url.port &&
    (EMBED_HOSTS as readonly string[]).includes(url.hostname)
  )
}

/** What a video needs before it is submitted, in one language. */
export const checkVideo = (content: Content, locale: string): Fault[] => {
  const faults: Fault[] = []
  if (isBlank(content.title)) faults.push(fault('title', 'Xin ghi tên video.', 'Enter the title.'))
  if (locale !== 'vi') return faults
  const exempt = content.captionExemption as { reason?: unknown; until?: unknown } | null | undefined
  const exempted = !isBlank(exempt?.reason) && !isBlank(exempt?.until)
  if (isBlank(content.captions) && isBlank(content.transcript) && !exempted)
    faults.push(
      fault(
        'transcript',
        'Xin thêm phụ đề hoặc lời thoại để người khiếm thính theo dõi được.',
        'Add captions or a transcript, so that deaf people can follow.',
      ),
    )
  return faults
}
