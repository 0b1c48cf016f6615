import { describe, expect, it } from 'vitest'
import { checkVideo } from './video.ts'

const TODAY = '2026-11-24'
const film = { mimeType: 'video/mp4' }
const paths = (content: Record<string, unknown>, locale = 'vi') =>
  checkVideo({ title: 'Video', file: film, transcript: 'Lời thoại', ...content }, locale, TODAY).map(({ path }) => path)

describe('a video is submitted', () => {
  it.each([
    ['with a file and a transcript', {}, []],
    ['with an embed address', { file: null, embedUrl: 'https://www.youtube-nocookie.com/embed/x' }, []],
    ['without anything to play', { file: null }, ['file']],
    ['with a picture as its file', { file: { mimeType: 'image/png' } }, ['file']],
    ['with a film as its poster', { poster: film }, ['poster']],
    ['with captions', { transcript: '', captions: [{ lang: 'vi', file: { mimeType: 'text/vtt' } }] }, []],
    [
      'with captions that are no WebVTT',
      { captions: [{ lang: 'vi', file: { mimeType: 'application/pdf' } }] },
      ['captions.0.file'],
    ],
    ['with captions without a file', { captions: [{ lang: 'vi' }] }, ['captions.0.file']],
    ['without captions and transcript', { transcript: '' }, ['transcript']],
    ['with an exemption until today', { transcript: '', captionExemption: { reason: 'Gấp', until: TODAY } }, []],
    [
      'with an exemption that is over',
      { transcript: '', captionExemption: { reason: 'Gấp', until: '2026-11-23' } },
      ['captionExemption.until'],
    ],
    [
      'with an exemption without a day',
      { transcript: '', captionExemption: { reason: 'Gấp' } },
      ['captionExemption.until'],
    ],
  ])('%s', (_, content, faults) => {
    expect(paths(content)).toEqual(faults)
  })

  it('in another language with a title alone', () => {
    expect(paths({ file: null, transcript: '' }, 'km')).toEqual([])
    expect(paths({ title: '' }, 'km')).toEqual(['title'])
  })
})
