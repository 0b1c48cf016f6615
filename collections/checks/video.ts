import { type Content, type Fault, fault, isBlank, isUntitled } from '../../lib/faults/fault.ts'

/** MIME type of a related file, if it was populated. */
const typeOf = (file: unknown): string | undefined => {
  const type = (file as { mimeType?: unknown } | null | undefined)?.mimeType
  return typeof type === 'string' ? type : undefined
}

const captionFaults = (captions: { file?: unknown; lang?: unknown }[]): Fault[] =>
  captions.flatMap(({ file }, index) => {
    if (isBlank(file))
      return [fault(`captions.${index}.file`, 'Xin chọn tệp phụ đề WebVTT.', 'Choose the WebVTT file.')]
    return (typeOf(file) ?? 'text/vtt') === 'text/vtt'
      ? []
      : [fault(`captions.${index}.file`, 'Phụ đề phải là tệp WebVTT (.vtt).', 'Captions must be a WebVTT file.')]
  })

/**
 * Validates a video before submission, in one locale.
 *
 * @param today `YYYY-MM-DD`: an exemption from captions is valid through its last day
 */
export const checkVideo = (content: Content, locale: string, today: string): Fault[] => {
  const faults: Fault[] = []
  if (isUntitled(content.title)) faults.push(fault('title', 'Xin ghi tên video.', 'Enter the title.'))
  if (locale !== 'vi') return faults
  if (isBlank(content.file) && isBlank(content.embedUrl))
    faults.push(fault('file', 'Xin chọn tệp video hoặc ghi địa chỉ nhúng.', 'Choose a file or enter an embed address.'))
  if (!(typeOf(content.file) ?? 'video/').startsWith('video/'))
    faults.push(fault('file', 'Tệp được chọn không phải video.', 'The file chosen is no video.'))
  if (!(typeOf(content.poster) ?? 'image/').startsWith('image/'))
    faults.push(fault('poster', 'Ảnh bìa phải là ảnh.', 'The poster must be a picture.'))
  const captions = (content.captions ?? []) as { file?: unknown }[]
  faults.push(...captionFaults(captions))
  const exempt = content.captionExemption as { reason?: unknown; until?: unknown } | null | undefined
  const exempted = !isBlank(exempt?.reason) && typeof exempt?.until === 'string' && exempt.until >= today
  if (!captions.length && isBlank(content.transcript) && !exempted)
    faults.push(
      isBlank(exempt?.reason) && isBlank(exempt?.until)
        ? fault(
            'transcript',
            'Xin thêm phụ đề hoặc lời thoại để người khiếm thính theo dõi được.',
            'Add captions or a transcript, so that deaf people can follow.',
          )
        : fault(
            'captionExemption.until',
            'Miễn phụ đề cần lý do và một ngày chưa qua; xin ghi lại, hoặc thêm phụ đề.',
            'An exemption from captions needs a reason and a day to come; enter both, or add captions.',
          ),
    )
  return faults
}
