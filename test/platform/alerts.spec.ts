import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { composeMounts, type Served } from '../../src/http/mounts.ts'
import { type HttpServer, serveSystem } from '../http/server.ts'
import { type Portal, startPortal } from '../support/portal.ts'

const read = (file: string) => readFileSync(file, 'utf8')
const alerts = read('examples/monitoring/alerts.yaml')
const operations = read('docs/operations.md')
const dashboard = JSON.parse(read('examples/monitoring/dashboard.json')) as {
  panels: { title: string; targets: { expr: string }[] }[]
}
const matches = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found]) => found!)

const names = matches(alerts, /- alert: (\w+)/g)
const expressions = [
  ...matches(alerts, /expr: (.+)/g),
  ...dashboard.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
]
/** Names of metrics within an expression; `up` is Prometheus's own. */
const metricsIn = (expression: string) => matches(expression, /\b((?:congbo|process|nodejs)_\w+)/g)

let portal: Portal
let served: Served
let server: HttpServer
beforeAll(async () => {
  portal = await startPortal({ environment: { backupDir: '/var/empty' } })
  served = await composeMounts(portal)
  server = await serveSystem(portal, served)
})
afterAll(async () => {
  await served.close()
  await server.stop()
})

describe('an alarm', () => {
  it.each(names)('%s has a paragraph that says what to do', (name) => {
    expect(operations).toMatch(new RegExp(`^### ${name}\\n\\n.*\\S`, 'm'))
    expect(alerts).toContain(`runbook: docs/operations.md#${name.toLowerCase()}`)
  })

  it('is named in the guide only where there is one', () => {
    expect(matches(operations, /^### (Congbo\w+)/gm)).toEqual(names)
  })
})

describe('rules and dashboard', () => {
  it('ask for nothing that the system does not tell', async () => {
    const { text } = await server.ask('/metrics')
    const told = new Set(matches(text, /^# TYPE (\w+)/gm))
    const asked = new Set(expressions.flatMap(metricsIn))
    expect(asked.size).toBeGreaterThan(10)
    expect([...asked].filter((name) => !told.has(name))).toEqual([])
  })

  it('tell of every check of /readyz, and of the room on each disk', async () => {
    const { json } = await server.ask('/readyz')
    const { text } = await server.ask('/metrics')
    const checks = Object.entries((json as { checks: Record<string, string> }).checks)
    expect(checks).toContainEqual(['backup', 'failed'])
    for (const [check, found] of checks)
      expect(text).toContain(`congbo_check_ok{check="${check}"} ${found === 'ok' ? 1 : 0}\n`)
    expect(text).toMatch(/^congbo_disk_free_bytes\{folder="DATA_DIR"\} \d+$/m)
  })
})
