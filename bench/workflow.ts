import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import 'lexical'
import { handleEndpoints, type Payload } from 'payload'
import { verify } from '../plugins/workflow/index.ts'
import { letterPortal } from './made/letters.ts'
import { keptDefinition, openRun, refusedTrail } from './made/trails.ts'

/**
 * What the approval costs, as ratios side by side in one run: a save with and without it; the desk and one approval with
 * 10 and with 10,000 open runs; a million events in the trail.
 *
 * `node scripts/run.mjs bench-workflow [HOW MANY EVENTS]`
 */

const EVENTS = Number(process.argv[2] ?? 1_000_000)
const SAVES = 200
const ROUNDS = 30
const BATCH = 400

const folder = mkdtempSync(path.join(os.tmpdir(), 'congbo-bench-'))
const say = (line: string) => process.stdout.write(`${line}\n`)
const percentile = (times: number[], share: number) =>
  times.toSorted((one, other) => one - other)[Math.min(times.length - 1, Math.floor(times.length * share))]!
const p50 = (times: number[]) => percentile(times, 0.5)
const shown = (ms: number) => `${ms.toFixed(1)} ms`
const timed = async (run: () => Promise<unknown>): Promise<number> => {
  const from = performance.now()
  await run()
  return performance.now() - from
}

const portal = async (name: string, approval: boolean) => {
  const dir = path.join(folder, name)
  mkdirSync(dir)
  const payload = await letterPortal(dir, approval)
  const { drizzle, tables } = payload.db as unknown as {
    drizzle: { insert(table: unknown): { values(rows: object[]): Promise<unknown> } }
    tables: Record<string, unknown>
  }
  const insert = async (table: string, rows: object[]) => {
    for (let start = 0; start < rows.length; start += BATCH)
      await drizzle.insert(tables[table]).values(rows.slice(start, start + BATCH))
  }
  return { payload, dir, insert }
}

const hire = async (payload: Payload, role: string) => {
  const data = { email: `${role}@example.org`, password: 'mat-khau-dai', name: role, role, title: role }
  await payload.create({ collection: 'users', data })
  const { token } = await payload.login({ collection: 'users', data })
  return String(token)
}

let written = 0
const write = async (payload: Payload) => {
  written += 1
  return (await payload.create({
    collection: 'letters',
    data: { title: `Thư số ${written}`, slug: `thu-${written}` },
  })) as unknown as { id: string; key: string }
}

// A save with and without the approval, by turns.
const [on, off] = [await portal('on', true), await portal('off', false)]
const saving = async ({ payload }: typeof on) => {
  const { id } = await write(payload)
  let round = 0
  return () => {
    round += 1
    return payload.update({ collection: 'letters', id, data: { title: `Bản sửa ${round}` } })
  }
}
const [saveOn, saveOff] = [await saving(on), await saving(off)]
const saves = { on: [] as number[], off: [] as number[] }
for (let round = 0; round < SAVES; round += 1) {
  saves.off.push(await timed(saveOff))
  saves.on.push(await timed(saveOn))
}
await off.payload.destroy()

const { payload, dir, insert } = on
const tokens = {
  contributor: await hire(payload, 'contributor'),
  editor: await hire(payload, 'editor'),
  head: await hire(payload, 'head'),
}
const ask = async (who: keyof typeof tokens, method: string, url: string, body?: object) => {
  const response = await handleEndpoints({
    config: payload.config,
    payloadInstanceCacheKey: dir,
    request: new Request(`http://127.0.0.1:3000/api/workflow/${url}`, {
      method,
      headers: { authorization: `JWT ${tokens[who]}`, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    }),
  })
  const answer = (await response.json()) as { seq: number }
  if (!response.ok) throw new Error(`${method} ${url}: ${JSON.stringify(answer)}`)
  return answer
}
const act = (who: keyof typeof tokens, id: string, action: string, expected: number) =>
  ask(who, 'POST', `letters/${id}/${action}`, { expected })

/** The desk of the head, one approval that publishes, and the view of one document, each several times. */
const day = async () => {
  const times = { desk: [] as number[], approve: [] as number[], view: [] as number[], submit: [] as number[] }
  for (let round = 0; round < ROUNDS; round += 1) {
    const { id } = await write(payload)
    times.submit.push(await timed(() => act('contributor', id, 'submit', 0)))
    await act('editor', id, 'approve', 1)
    times.desk.push(await timed(() => ask('head', 'GET', 'tasks')))
    times.view.push(await timed(() => ask('head', 'GET', `letters/${id}`)))
    times.approve.push(await timed(() => act('head', id, 'approve', 2)))
  }
  return { desk: p50(times.desk), approve: p50(times.approve), view: p50(times.view), submit: p50(times.submit) }
}

await insert('workflow_definitions', [keptDefinition()]).catch(() => undefined)
let open = 0
const openMore = async (upTo: number) => {
  for (; open < upTo; open += 1) {
    const { key } = (await payload.db.create({
      collection: 'letters',
      data: { title: `Thư chờ ${open}`, slug: `cho-${open}`, key: `cho-${open}`, workflowState: 'in_review' },
    })) as { key: string }
    const { events, run } = openRun(key, new Date(Date.UTC(2026, 0, 5) + open * 60_000))
    await insert('workflow_events', events)
    await insert('workflow_runs', [run])
  }
}
await openMore(10)
await day()
const few = await day()
await openMore(10_000)
const many = await day()

say(`Đang ghi ${EVENTS.toLocaleString('vi')} việc / writing ${EVENTS.toLocaleString('en')} events…`)
const insertEvents = async (count: number, name: string) => {
  for (let left = count, made = 0; left > 0; ) {
    const rows: object[] = []
    while (rows.length < BATCH && left > 0) {
      const trail = refusedTrail(`${name}-${made}`)
      made += 1
      rows.push(...trail.slice(0, left))
      left -= trail.length
    }
    await insert('workflow_events', rows)
  }
}
await insertEvents(EVENTS, 'nhieu')
const full = await day()

let peak = process.memoryUsage().rss
const before = peak
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage().rss)
}, 50)
let report: Awaited<ReturnType<typeof verify>> | undefined
const verifying = await timed(async () => {
  report = await verify({ payload, anchorsDir: path.join(dir, 'anchors') })
})
clearInterval(watch)
const unexpected = report!.faults.length
if (unexpected) throw new Error(`${unexpected} faults, such as ${JSON.stringify(report!.faults[0])}`)

const ratios = {
  'save, approval on / off': p50(saves.on) / p50(saves.off),
  'desk, 10,000 / 10 open runs': many.desk / few.desk,
  'approval that publishes, 10,000 / 10 open runs': many.approve / few.approve,
  [`one view, ${EVENTS} events / few`]: full.view / many.view,
  [`append, ${EVENTS} events / few`]: full.submit / many.submit,
}
const table = [
  `save                 off ${shown(p50(saves.off))}  on ${shown(p50(saves.on))}  (p50 of ${SAVES})`,
  `desk                 10 open ${shown(few.desk)}  10,000 open ${shown(many.desk)}  and ${EVENTS} events ${shown(full.desk)}`,
  `last approval        10 open ${shown(few.approve)}  10,000 open ${shown(many.approve)}  and ${EVENTS} events ${shown(full.approve)}`,
  `audit verify         ${report!.events} events in ${(verifying / 1000).toFixed(1)} s, memory +${Math.round((peak - before) / 1024 / 1024)} MB`,
  '',
  ...Object.entries(ratios).map(([name, ratio]) => `${name.padEnd(50)} ${ratio.toFixed(2)}`),
]
say(table.join('\n'))
mkdirSync('bench/results', { recursive: true })
writeFileSync(
  'bench/results/workflow.json',
  `${JSON.stringify({ node: process.version, cores: os.cpus().length, saves: { on: p50(saves.on), off: p50(saves.off) }, few, many, full, verifying, events: report!.events, memoryMb: (peak - before) / 1024 / 1024, ratios }, null, 2)}\n`,
)
await payload.destroy()
rmSync(folder, { recursive: true, force: true })
process.exit(0)
