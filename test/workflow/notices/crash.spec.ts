import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { bundle } from '../../../scripts/lib/bundle.mjs'
import type { Order } from './support/child.ts'
import { instant, type Office, openOffice } from './support/office.ts'

const BUNDLE = `.tmp/notices-${process.pid}`
const inProject = (file: string) => fileURLToPath(new URL(`../../../${file}`, import.meta.url))

let office: Office
beforeAll(() => bundle({ entries: { child: 'test/workflow/notices/support/child.ts' }, into: BUNDLE }))
afterAll(() => rmSync(inProject(BUNDLE), { recursive: true, force: true }))
beforeEach(async () => {
  office = await openOffice()
  await office.at('2026-11-23 10:00')
})
afterEach(() => office.close())

/** One round in a process that dies before its n-th write. @returns whether it died */
const dies = (time: string, dieBefore: number): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const order: Order = {
      dir: office.dir,
      databaseUri: office.databaseUri,
      smtpUrl: office.mailbox.url,
      at: instant(time).toISOString(),
      dieBefore,
    }
    const child = spawn(
      process.execPath,
      ['--conditions=production', inProject(`${BUNDLE}/child.js`), JSON.stringify(order)],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    )
    let said = ''
    child.stderr.on('data', (chunk) => {
      said += chunk
    })
    child.on('error', reject)
    child.on('exit', (code, signal) =>
      signal === 'SIGKILL' ? resolve(true) : code === 0 ? resolve(false) : reject(new Error(said)),
    )
  })

/** An event of each way in which people are told: at once to two, collected to two. */
const happen = async () => {
  await office.act('head', await office.write('Khẩn'), 'publish-urgently', { reason: 'Bão' })
  await office.act('author', await office.write('Trình'), 'submit')
}

const EXPECTED = ['author: Đã công bố: Khẩn', 'deputy: Đã công bố khẩn: Khẩn', 'editor: Chờ bạn giải quyết: Trình']

it('tells everybody once, wherever a worker is killed between an event and the mails about it', async () => {
  let deaths = 0
  for (const [time, most] of [
    ['10:01', 20],
    ['10:30', 30],
  ] as const) {
    if (time === '10:01') await happen()
    // Dies one write later each time, until a round comes to its end.
    for (let dieBefore = 1; dieBefore <= most; dieBefore += 1) {
      if (!(await dies(`2026-11-23 ${time}`, dieBefore))) break
      deaths += 1
    }
  }
  // Past the lease of a mail that was on its way when its worker died.
  for (const time of ['10:45', '11:00', '13:30']) await office.at(`2026-11-23 ${time}`)
  expect(deaths).toBeGreaterThan(6)
  expect(await office.arrived()).toEqual(EXPECTED)
  expect((await office.notices()).map(({ state }) => state)).toEqual(['told', 'told', 'told'])
})

it('tells everybody once, however many workers run at once', async () => {
  await happen()
  const workers = Array.from({ length: 4 }, () => office.worker())
  for (const time of ['10:01', '10:02', '10:30', '10:31', '11:00']) {
    office.clock.set(instant(`2026-11-23 ${time}`))
    await Promise.all(workers.map((round) => round()))
  }
  expect(await office.arrived()).toEqual(EXPECTED)
})

it('tells of an event that was written after later ones had been told', async () => {
  await office.act('author', await office.write('Sau'), 'submit')
  await office.at('2026-11-23 10:10')
  office.clock.set(instant('2026-11-23 10:05'))
  await office.act('author', await office.write('Trước'), 'submit')
  for (const time of ['10:11', '10:30']) await office.at(`2026-11-23 ${time}`)
  expect(await office.arrived()).toEqual(['editor: 2 văn bản chờ bạn giải quyết'])
})

it('goes on after a restart where another process stopped, and tells nothing of before it was set up', async () => {
  await office.payload.kv.delete('workflow-notices')
  await office.act('author', await office.write('Từ trước'), 'submit')
  office.clock.set(instant('2026-11-23 10:10'))
  await office.worker()()
  expect(await office.notices()).toEqual([])
  office.clock.set(instant('2026-11-23 10:20'))
  await office.act('author', await office.write('Trong lúc dừng'), 'submit')
  for (const time of ['14:00', '14:30']) {
    office.clock.set(instant(`2026-11-23 ${time}`))
    await office.worker()()
  }
  expect(await office.arrived()).toEqual(['editor: Chờ bạn giải quyết: Trong lúc dừng'])
})

it('a document whose trail is damaged keeps nobody from being told of the others', async () => {
  const [broken, sound] = [await office.write('Hỏng'), await office.write('Lành')]
  for (const text of [broken, sound]) await office.act('author', text, 'submit')
  await office.at('2026-11-23 10:01')
  await office.payload.db.updateMany({
    collection: 'workflow-events',
    where: { document: { equals: `notices:${broken.key}` } },
    data: { data: '{' },
  })
  await office.at('2026-11-23 10:30')
  expect(await office.arrived()).toEqual(['editor: Chờ bạn giải quyết: Lành'])
  await office.act('author', await office.write('Sau đó'), 'submit')
  for (const time of ['10:31', '11:00']) await office.at(`2026-11-23 ${time}`)
  expect(await office.arrived()).toEqual(['editor: Chờ bạn giải quyết: Sau đó'])
})

it('a relay that was down for two days leaves one mail a person, with what is true then', async () => {
  office.mailbox.refuse.recipient = '450 4.2.0 later'
  for (const day of ['23', '24', '25'])
    for (const time of ['10:31', '13:31', '15:31']) {
      await office.at(`2026-11-${day} ${time}`)
      await office.act('author', await office.write(`Ngày ${day}, ${time}`), 'submit')
    }
  office.mailbox.refuse.recipient = undefined
  await office.at('2026-11-25 16:45')
  const mails = (await office.arrived()).filter((one) => one.startsWith('editor'))
  expect(mails).toHaveLength(1)
  await office.at('2026-11-26 07:00')
  expect((await office.arrived()).filter((one) => one.startsWith('editor'))).toEqual([
    'editor: Việc ngày 26/11/2026: 9 văn bản chờ bạn, 3 quá hạn',
  ])
})
