import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode } from '../../src/importer/core/decode.ts'
import { readPages as readPagesOn } from '../../src/importer/core/pages.ts'
import type { ReadPage } from '../../src/importer/core/types.ts'
import { unwrap } from '../../src/importer/core/unwrap.ts'

const readPages = (text: string) => readPagesOn(text, '2026-11-24')
const bytesOf = (name: string) => readFileSync(`test/importer/fixtures/${name}`)
const textOf = (bytes: Uint8Array): string => {
  const decoded = decode(bytes)
  if ('unreadable' in decoded) throw new Error(decoded.unreadable.en)
  return decoded.text
}
const pagesOf = (name: string) => readPages(textOf(bytesOf(name)))
const onlyPage = (name: string): ReadPage => {
  const pages = pagesOf(name)
  expect(pages).toHaveLength(1)
  return pages[0]!
}
const whole = bytesOf('whole.txt').toString('utf8')

describe('a whole page', () => {
  const page = onlyPage('whole.txt')
  const [plan] = page.directives

  it('gives the directive that its article reports', () => {
    expect(page.directives).toHaveLength(1)
    expect(plan).toMatchObject({
      number: { number: 112, symbol: 'KH-UBND', typeCode: 'KH' },
      typeName: 'Kế hoạch',
      issuedOn: '2024-09-17',
      issuerName: 'Ủy ban nhân dân tỉnh Sóc Trăng',
      title: page.article!.title,
      period: { fromYear: 2024, toYear: 2028 },
      objectives: expect.stringMatching(/^Giúp người dân ở vùng sâu .*tại cơ sở\.$/),
      implementers: 'Đồng bào dân tộc thiểu số, người khuyết tật và cán bộ tư pháp cấp xã.',
    })
    expect(plan!.refused).toBeUndefined()
  })

  it('gives its twelve groups of tasks, split where they are counted', () => {
    expect(plan!.taskGroups.map(({ ordinal }) => ordinal)).toEqual(Array.from({ length: 12 }, (_, index) => index + 1))
    expect(plan!.taskGroups[0]).toEqual({
      ordinal: 1,
      heading: 'Khảo sát nhu cầu tìm hiểu pháp luật',
      body: 'Lập danh sách ấp có nhiều vướng mắc.',
    })
    expect(plan!.taskGroups[4]!.heading).toBe('Phát thanh bằng tiếng Khmer ... vào buổi chiều')
    expect(plan!.taskGroups[11]).toEqual({ ordinal: 12, heading: 'Sơ kết, tổng kết và khen thưởng' })
  })

  it('keeps the programmes it cites as text', () => {
    expect(plan!.relations).toEqual([
      { type: 'implements', citedAs: expect.stringContaining('“Đưa pháp luật đến vùng đồng bào'), scope: '' },
      { type: 'references', citedAs: 'Chương trình “Nước sạch và hòa thuận xóm ấp giai đoạn 2023 - 2026”', scope: '' },
      { type: 'references', citedAs: 'Đề án “Mỗi xã một góc pháp luật”', scope: '' },
    ])
  })

  it('gives the article with its unit and without its end mark', () => {
    expect(page.article).toMatchObject({ byline: 'Phòng PBGDPL', authors: [] })
    expect(page.article!.paragraphs).toHaveLength(4)
    expect(page.article!.paragraphs.at(-1)).toMatch(/khen thưởng\.$/)
    expect(page.urls).toEqual(['/tin-tuc/chi-tiet.aspx?id=2041'])
  })

  it('gives videos day first, the featured one once, and the counter', () => {
    expect(page.videos.map(({ title, recordedOn }) => [title, recordedOn])).toEqual([
      ['Phiên tòa giả định tại xã An Ninh', '2024-09-05'],
      ['Góc pháp luật ở chùa', '2024-08-03'],
    ])
    expect(page.visits).toMatchObject({ count: 2045117 })
  })

  it('refuses notices without a title, and takes the one that has one', () => {
    expect(page.notices.map(({ title, refused }) => [title, refused?.vi])).toEqual([
      ['', 'Thông báo không có tiêu đề.'],
      ['', 'Thông báo không có tiêu đề.'],
      ['Lịch tiếp công dân tháng 10 năm 2024', undefined],
      ['', 'Thông báo không có tiêu đề.'],
    ])
  })
})

describe('what old editors leave behind', () => {
  const facts = (pages: ReadPage[]) =>
    pages.map(({ notes: _notes, ...page }) =>
      JSON.parse(
        JSON.stringify(page, (name, value) => (['notes', 'repairs', 'raw'].includes(name) ? undefined : value)),
      ),
    )
  const same = facts(readPages(whole))

  it.each([
    ['Windows line ends', (text: string) => text.replaceAll('\n', '\r\n'), undefined],
    ['a byte order mark', (text: string) => `\ufeff${text}`, undefined],
    ['loose tone marks', (text: string) => text.normalize('NFD'), /tổ hợp/],
    ['no-break spaces', (text: string) => text.replaceAll(' ', '\u00a0'), /dấu cách cứng/],
    ['look-alikes of Đ', (text: string) => text.replaceAll('Đ', '\u00d0'), /chữ Đ/],
    ['invisible characters', (text: string) => text.replaceAll('Khmer', 'Kh\u200bmer'), /không nhìn thấy/],
    ['dashes in numbers', (text: string) => text.replaceAll('KH-UBND', 'KH – UBND'), undefined],
    ['entities', (text: string) => text.replaceAll('á', '&aacute;').replaceAll('“', '&ldquo;'), /HTML/],
    [
      'markup',
      (text: string) =>
        `<html><body>${text
          .split('\n')
          .map((line) => `<p>${line}</p>`)
          .join('')}</body></html>`,
      /HTML/,
    ],
  ])('%s change nothing of what is read, and are told', (_, spoil, told) => {
    const decoded = decode(Buffer.from(spoil(whole)))
    if ('unreadable' in decoded) throw new Error(decoded.unreadable.en)
    expect(facts(readPages(decoded.text))).toEqual(same)
    if (told) expect(decoded.notes.map(({ vi }) => vi).join()).toMatch(told)
  })

  it('UTF-16 is read as well', () => {
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(whole, 'utf16le')])
    expect(facts(readPages(textOf(bytes)))).toEqual(same)
  })

  it('a number put right is told with how it stood', () => {
    const [directive] = readPages(textOf(Buffer.from(whole.replaceAll('112/KH-UBND', '112/kh–ubnd'))))[0]!.directives
    expect(directive!.notes.map(({ vi }) => vi).join()).toContain('“112/kh–ubnd” → 112/KH-UBND')
  })
})

describe('what is no text', () => {
  it.each([
    ['nothing', Buffer.alloc(0), /rỗng/],
    ['white space', Buffer.from(' \n\t '), /không có chữ/],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0, 0, 0, 0x0d]), /không phải văn bản/],
    ['bytes of another encoding', Buffer.from([0x4b, 0xfa, 0x20, 0xe8, 0x64, 0x20, 0xff]), /UTF-8/],
  ])('%s is said to be unreadable', (_, bytes, why) => {
    expect(decode(bytes)).toEqual({ unreadable: { vi: expect.stringMatching(why), en: expect.any(String) } })
  })
})

describe('a page that was cut', () => {
  const bytes = Buffer.from(whole)
  /** Index inside a three-byte character, in the second half of the article. */
  const inside = bytes.findIndex((byte, index) => index > bytes.length / 2 && byte >= 0xe0) + 1

  it('is read to where it was cut, also inside a character, and says so', () => {
    for (const end of [inside, inside + 1]) {
      const decoded = decode(bytes.subarray(0, end))
      if ('unreadable' in decoded) throw new Error(decoded.unreadable.en)
      expect(decoded.text).toBe(textOf(bytes.subarray(0, inside - 1)))
      expect(decoded.notes.map(({ vi }) => vi).join()).toMatch(/bị cắt/)
    }
    expect(textOf(bytes.subarray(0, inside + 2))).toHaveLength(textOf(bytes.subarray(0, inside - 1)).length + 1)
  })

  it('is not taken for one when bytes in its middle are no characters', () => {
    const spoilt = Buffer.concat([bytes.subarray(0, inside), bytes.subarray(inside + 2)])
    expect(decode(spoilt)).toMatchObject({ unreadable: { vi: expect.stringMatching(/UTF-8/) } })
  })
})

describe('a page that is not as it should be', () => {
  it('reports both of two directives with one number, for the import to refuse the second', () => {
    const { directives } = onlyPage('twice.txt')
    expect(directives.map(({ issuedOn, title }) => [issuedOn, title])).toEqual([
      ['2024-10-02', expect.stringContaining('Ngày Pháp luật')],
      ['2024-10-04', expect.stringContaining('hội thi hòa giải viên')],
    ])
  })

  it('reads days of effect as they stand, crossed or not', () => {
    expect(onlyPage('crossed.txt').directives[0]).toMatchObject({
      number: { year: 2024, style: 'statutory' },
      effectiveFrom: '2024-06-01',
      effectiveTo: '2024-05-01',
    })
  })

  it('refuses what has a day that is none, and says which', () => {
    const page = onlyPage('unreadable-days.txt')
    expect(page.directives[0]!.refused!.vi).toContain('31/02/2024')
    expect(page.videos.map(({ refused, recordedOn }) => refused?.vi.slice(0, 16) ?? recordedOn)).toEqual([
      'Ngày “32/01/2024',
      'Ngày “04/06/24” ',
      '2024-06-07',
    ])
    expect(page.visits!.refused!.vi).toContain('nhiều')
  })

  it('reads a decision saved with its markup, and keeps the author private', () => {
    const { article, directives, notices } = onlyPage('decision.html')
    expect(article).toMatchObject({
      title: 'Bãi bỏ một số quyết định của Ủy ban nhân dân tỉnh Sóc Trăng',
      postedOn: '2024-07-16',
      byline: 'Phòng PBGDPL',
      authors: ['Lê Thị Hoa'],
    })
    expect(article!.paragraphs.join()).not.toMatch(/Lê Thị Hoa|Tin khác|menu|color/)
    expect(directives).toHaveLength(1)
    expect(directives[0]).toMatchObject({
      number: { number: 21, year: 2024, symbol: 'QĐ-UBND' },
      issuedOn: '2024-07-12',
      issuerName: 'UBND tỉnh Sóc Trăng',
      effectiveFrom: '2024-07-25',
    })
    expect(directives[0]!.relations.map(({ citedAs }) => citedAs)).toEqual([
      'Quyết định số 08/2015/QĐ-UBND ngày 03/02/2015 của UBND tỉnh Sóc Trăng',
      'Nghị định số 34/2016/NĐ-CP ngày 14/5/2016 của Chính phủ',
    ])
    expect(notices).toEqual([])
  })

  it('finds its way without headings, past menus and the foot of the page', () => {
    const page = onlyPage('letter-without-headings.txt')
    expect(page.article).toMatchObject({
      title: 'Tăng cường tuyên truyền phòng, chống lừa đảo qua mạng',
      postedOn: '2024-08-21',
      source: 'Trang tin Sở Tư pháp',
    })
    expect(page.directives).toHaveLength(1)
    expect(page.directives[0]).toMatchObject({
      number: { number: 1234, symbol: 'STP-PBGDPL', style: 'letter' },
      issuedOn: '2024-08-20',
      issuerName: 'Sở Tư pháp',
      relations: [{ type: 'basedOn', citedAs: 'Kế hoạch số 60/KH-UBND ngày 02/4/2024 của UBND tỉnh Sóc Trăng' }],
    })
    expect(page.notices).toHaveLength(2)
    expect(page.videos).toMatchObject([{ recordedOn: '2024-08-19' }])
    expect(page.visits).toMatchObject({ count: 2045300 })
  })

  it('parts several pages of one file', () => {
    const two = `${whole}\n${whole.replaceAll('112/KH-UBND', '113/KH-UBND')}`
    expect(readPages(two).map(({ directives }) => directives[0]!.number.number)).toEqual([112, 113])
  })

  it('refuses a page whose beginning is missing', () => {
    const [page] = readPages(whole.slice(whole.indexOf('(3) Tập huấn')))
    expect([page!.article!.refused, ...page!.directives.map(({ refused }) => refused)]).not.toContain(undefined)
  })
})

describe('a page cut off anywhere', () => {
  const article = whole.slice(0, whole.indexOf('\n\nPhòng PBGDPL'))
  const groups = onlyPage('whole.txt').directives[0]!.taskGroups

  it('never gives fewer groups of tasks than the whole one, except none because it is refused', () => {
    for (let end = whole.indexOf('(2)'); end < article.length - 5; end += 2) {
      const [page] = readPages(whole.slice(0, end))
      const [directive] = page!.directives
      expect([end, directive!.refused ?? directive!.taskGroups]).toEqual([
        end,
        directive!.refused ? expect.objectContaining({ vi: expect.any(String) }) : groups,
      ])
      expect([end, page!.article!.refused]).not.toEqual([end, undefined])
    }
  })

  it('gives no notice and no video that the whole one does not have', () => {
    const given = (page: ReadPage) => [
      ...page.notices.map(({ title, refused }) => (refused ? '' : `notice ${title}`)),
      ...page.videos.map(({ title, recordedOn, refused }) => (refused ? '' : `video ${title} ${recordedOn}`)),
    ]
    const all = ['', ...given(onlyPage('whole.txt'))]
    const html = `<ul>${whole.slice(whole.indexOf('THƯ VIỆN'), whole.indexOf('1 2 3')).replace(/ {2}• (.*)/g, '<li>$1</li>')}</ul>`
    for (let end = article.length; end <= whole.length; end += 1)
      for (const page of readPages(whole.slice(0, end)))
        expect([end, given(page).filter((one) => !all.includes(one))]).toEqual([end, []])
    for (let end = html.indexOf('<li>'); end <= html.length; end += 1)
      for (const page of readPages(textOf(Buffer.from(html.slice(0, end)))))
        expect([end, given(page).filter((one) => one.startsWith('video') && !all.includes(one))]).toEqual([end, []])
    expect(given(readPages(textOf(Buffer.from(html)))[0]!)).toEqual(all.filter((one) => one.startsWith('video')))
  })

  it('is read or refused and never breaks the reading', () => {
    fc.assert(
      fc.property(
        fc.nat(whole.length),
        fc.nat(whole.length),
        fc.string({ unit: 'binary', maxLength: 20 }),
        (from, to, noise) => {
          const text = whole.slice(Math.min(from, to), Math.max(from, to)) + noise
          for (const page of readPages(text))
            expect(page.directives.every(({ title }) => title !== undefined)).toBe(true)
        },
      ),
    )
  })

  it('is decoded or refused whatever bytes come', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const decoded = decode(bytes)
        if (!('unreadable' in decoded)) readPages(decoded.text)
      }),
    )
  })
})

describe('a page of another form', () => {
  it('may have the days of its videos in front', () => {
    const [page] = readPages('THƯ VIỆN VIDEO\n• (04/06/2024) Hòa giải cơ sở\n• [ngày 5/6/2024]: Phiên tòa giả định\n')
    expect(page!.videos).toMatchObject([
      { title: 'Hòa giải cơ sở', recordedOn: '2024-06-04' },
      { title: 'Phiên tòa giả định', recordedOn: '2024-06-05' },
    ])
  })

  it('may tell of a day that is still to come, and that is remarked on', () => {
    const [page] = readPages(whole.replace('17/9/2024', '17/9/2094').replace('03/08/2024', '03/08/3024'))
    expect([page!.directives[0]!.issuedOn, page!.directives[0]!.notes]).toEqual([
      '2094-09-17',
      expect.arrayContaining([expect.objectContaining({ vi: 'Ngày 17/09/2094 ở tương lai; xin kiểm tra lại.' })]),
    ])
    expect(page!.videos.map(({ notes }) => notes.some(({ vi }) => vi.includes('tương lai')))).toEqual([false, true])
    const shown = onlyPage('whole.txt')
    expect(JSON.stringify([shown.directives, shown.videos])).not.toContain('tương lai')
  })

  it.each([72, 80, 100])('may be wrapped at %i characters, and is read as the whole one', (width) => {
    const wrapped = whole
      .split('\n')
      .map((line) => line.replace(new RegExp(`(?=.{${width + 1}})(.{1,${width}})\\s`, 'gu'), '$1\n'))
      .join('\n')
    const [page] = readPages(wrapped)
    const expected = onlyPage('whole.txt')
    expect(page).toEqual(expected)
  })

  it('is left alone when its lines only look wrapped', () => {
    const notices = Array.from({ length: 12 }, (_, at) => `Lịch tiếp công dân tháng ${at + 1} của Sở Tư pháp`).join(
      '\n',
    )
    expect(unwrap(notices)).toBe(notices)
    expect(unwrap(whole)).toBe(whole)
  })
})
