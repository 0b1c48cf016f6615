import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { generateTypes } from 'payload/node'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Portal, startPortal } from '../support/portal.ts'

let portal: Portal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.stop())

/** `npm run payload -- generate:types` regenerates them. */
it('describes rows by the types that the configuration gives', async () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'congbo-types-'))
  const outputFile = path.join(dir, 'payload-types.ts')
  const { config } = portal.payload
  await generateTypes({ ...config, typescript: { ...config.typescript, outputFile } }, { log: false })
  const generated = readFileSync(outputFile, 'utf8')
  rmSync(dir, { recursive: true, force: true })
  expect(generated).toBe(readFileSync('src/payload-types.ts', 'utf8'))
})
