import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { openCatalogue } from '../../../plugins/delivery/catalogue/openCatalogue.ts'
import type { ProjectionRules } from '../../../plugins/delivery/catalogue/project.ts'
import { type MemoryLog, RULES } from './log.ts'

/** A folder that goes with the test. */
export const ownFolder = (): string => {
  const dir = mkdtempSync(path.join(tmpdir(), 'congbo-catalogue-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

/** A catalogue of a test, caught up with a log and closed with the test. */
export const catalogueOf = async (
  log: MemoryLog,
  { dir = ownFolder(), rules = RULES }: { dir?: string; rules?: Record<string, ProjectionRules> } = {},
) => {
  const followed: { rows: number; missing: string[]; rebuilt: boolean }[] = []
  const catalogue = openCatalogue({
    dir,
    rules,
    source: log.source,
    onChange: () => undefined,
    onFollowed: (one) => followed.push(one),
  })
  let open = true
  const close = async () => {
    if (open) await catalogue.close()
    open = false
  }
  onTestFinished(close)
  await catalogue.tail()
  return { ...catalogue, close, followed }
}
