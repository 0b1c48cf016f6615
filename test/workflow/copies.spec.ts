import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { prose } from '../../lib/text/prose.ts'
import { type Person, type Spine, startSpine } from '../support/spine.ts'

let spine: Spine
beforeAll(async () => {
  spine = await startSpine()
})
afterAll(() => spine.stop())

const LONG =
  'Ủy ban nhân dân tỉnh hướng dẫn người dân nộp hồ sơ đăng ký biến động đất đai tại bộ phận một cửa của xã, phường nơi có đất, hoặc trên cổng dịch vụ công.'

type Doc = { id: string; title: string; slug: string } & Record<string, unknown>

const send = async (person: Person, method: string, url: string, body: object = {}): Promise<Doc> => {
  const answer = await spine.rest(method, url, { token: spine.tokens[person], body })
  if (answer.status >= 300) throw new Error(JSON.stringify(answer.body))
  return (answer.body.doc ?? answer.body) as Doc
}

let count = 0
const write = (person: Person, data: object): Promise<Doc> => {
  count += 1
  return send(person, 'POST', '/letters', { title: `Hướng dẫn ${count}`, slug: `huong-dan-${count}`, ...data })
}

const versionsOf = async (id: string): Promise<{ id: string }[]> => {
  const { docs } = await spine.payload.findVersions({
    collection: 'letters',
    where: { parent: { equals: id } },
    sort: 'updatedAt',
  })
  return docs as unknown as { id: string }[]
}

/** Takes a text up to the last approval, and tries it with a person. */
const approvedBy = async (id: string, person: Person): Promise<unknown> => {
  await spine.step('an', id, 'submit')
  await spine.step('binh', id, 'approve')
  await spine.step('chi', id, 'approve')
  const { seq } = await spine.view(person, id)
  const { status, body } = await spine.act(person, id, 'approve', { expected: seq })
  return status === 200 ? 'approved' : (body.errors as { code: string }[])[0]!.code
}

/** Ways in which An gets a text into a document that Dung wrote. */
const WAYS: Record<string, () => Promise<string>> = {
  duplicating: async () => {
    const source = await write('dung', { body: prose(LONG) })
    const { id } = await send('an', 'POST', `/letters/${source.id}/duplicate`, { slug: `ban-sao-${source.slug}` })
    return id
  },
  'duplicating, and changing words then': async () => {
    const source = await write('dung', { body: prose(LONG) })
    const { id } = await send('an', 'POST', `/letters/${source.id}/duplicate`, { slug: `ban-sao-${source.slug}` })
    await send('an', 'PATCH', `/letters/${id}`, { body: prose(`${LONG} Xin cảm ơn.`) })
    return id
  },
  'duplicating a duplicate': async () => {
    const source = await write('dung', { body: prose(LONG) })
    const first = await send('an', 'POST', `/letters/${source.id}/duplicate`, { slug: `sao-1-${source.slug}` })
    await send('an', 'PATCH', `/letters/${first.id}`, { body: prose(`${LONG} Chữ khác hẳn.`) })
    const { id } = await send('an', 'POST', `/letters/${first.id}/duplicate`, { slug: `sao-2-${source.slug}` })
    return id
  },
  'duplicating a document without prose': async () => {
    const source = await write('dung', { issuedOn: '2026-05-08' })
    const { id } = await send('an', 'POST', `/letters/${source.id}/duplicate`, { slug: `ban-sao-${source.slug}` })
    return id
  },
  'sending the same text under another title': async () => {
    const text = `${LONG} Lần ${count}.`
    await write('dung', { body: prose(text) })
    return (await write('an', { title: 'Tên của An', body: prose(text) })).id
  },
  'sending the same text with other spacing, case and paragraphs': async () => {
    await write('dung', { body: prose(`${LONG} Một.`, 'Hai ba bốn.') })
    return (await write('an', { body: prose(` ${LONG.toUpperCase()} `, 'một – hai  ba bốn') })).id
  },
  'sending the text of another into an own document': async () => {
    const text = `${LONG} Sửa sau.`
    await write('dung', { body: prose(text) })
    const { id } = await write('an', { body: prose('Chữ của An.') })
    await send('an', 'PATCH', `/letters/${id}`, { body: prose(text) })
    return id
  },
  'sending a short text under the same title': async () => {
    await write('dung', { title: 'Lịch tiếp dân', body: prose('Sáng thứ năm.') })
    return (await write('an', { title: 'Lịch tiếp dân', body: prose('Sáng thứ năm.') })).id
  },
  'restoring a version from before an edition': async () => {
    const { id } = await write('an', { body: prose('Chữ của An.') })
    await send('dung', 'PATCH', `/letters/${id}`, { body: prose(`${LONG} Bản cũ.`) })
    await send('an', 'PATCH', `/letters/${id}`, { body: prose('An viết lại từ đầu.') })
    expect(await approvedBy(id, 'em')).toBe('approved')
    await send('an', 'POST', `/letters/versions/${(await versionsOf(id))[1]!.id}`)
    return id
  },
}

describe('who wrote a text does not approve it', () => {
  it.each(Object.entries(WAYS))('after %s', async (_, copy) => {
    const id = await copy()
    expect(await approvedBy(id, 'dung')).toBe('WORKFLOW_CONFLICT_OF_DUTY')
    const { seq } = await spine.view('em', id)
    expect((await spine.act('em', id, 'approve', { expected: seq })).status).toBe(200)
  })
})

describe('who wrote something else approves', () => {
  it('another text under the same title', async () => {
    await write('dung', { title: 'Thông báo', body: prose('Trụ sở nghỉ ngày 30 tháng 4.') })
    const { id } = await write('an', { title: 'Thông báo', body: prose('Trụ sở mở cửa lại ngày 2 tháng 5.') })
    expect(await approvedBy(id, 'dung')).toBe('approved')
  })

  it('a short text that many documents share', async () => {
    await write('dung', { title: 'Lịch tháng sáu', body: prose('Xem tệp kèm theo.') })
    const { id } = await write('an', { title: 'Lịch tháng bảy', body: prose('Xem tệp kèm theo.') })
    expect(await approvedBy(id, 'dung')).toBe('approved')
  })

  it('documents that hold nothing but a title', async () => {
    await write('dung', { title: 'Kế hoạch' })
    const { id } = await write('an', { title: 'Kế hoạch' })
    expect(await approvedBy(id, 'dung')).toBe('approved')
  })

  it('a text to which only their own later document was made', async () => {
    const text = `${LONG} An viết trước.`
    const { id } = await write('an', { body: prose(text) })
    await write('dung', { body: prose(text) })
    expect(await approvedBy(id, 'dung')).toBe('approved')
  })

  it('a return to the text of the last edition, by restoring it or by sending it', async () => {
    const { id } = await write('dung', { body: prose(`${LONG} Đã công bố.`) })
    expect(await approvedBy(id, 'em')).toBe('approved')
    const edition = (await versionsOf(id)).at(-1)!
    await send('an', 'PATCH', `/letters/${id}`, { body: prose(`${LONG} Viết hỏng.`) })
    await send('an', 'POST', `/letters/versions/${edition.id}`)
    await send('an', 'PATCH', `/letters/${id}`, { body: prose(`${LONG} Hỏng nữa.`) })
    await send('an', 'PATCH', `/letters/${id}`, { body: prose(`${LONG} Đã công bố.`), issuedOn: '2026-05-09' })
    expect(await approvedBy(id, 'dung')).toBe('approved')
  })

  it('a next edition of which they wrote no word', async () => {
    const { id } = await write('an', { body: prose(`${LONG} Lần đầu.`) })
    expect(await approvedBy(id, 'dung')).toBe('approved')
    await send('an', 'PATCH', `/letters/${id}`, { title: 'Hướng dẫn, sửa' })
    expect(await approvedBy(id, 'dung')).toBe('approved')
  })
})
