import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, onTestFinished } from 'vitest'
import type { ProjectionRules } from '../../../plugins/delivery/catalogue/project.ts'
import { type Caught, openCatalogue } from '../../../plugins/delivery/openCatalogue.ts'
import type { SearchWords } from '../../../plugins/delivery/search/glossary.ts'
import { type MemoryLog, RULES } from './log.ts'

/** A folder that is removed after the test. */
export const ownFolder = (): string => {
  const dir = mkdtempSync(path.join(tmpdir(), 'congbo-catalogue-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

/** A catalogue that is in sync with a log and closed after the test. */
export const catalogueOf = async (
  log: MemoryLog,
  options: { dir?: string; rules?: Record<string, ProjectionRules>; onDamage?: (error: unknown) => void } = {},
) => {
  const { dir = ownFolder(), rules = RULES, onDamage } = options
  const followed: Caught[] = []
  const catalogue = openCatalogue({
    dir,
    rules,
    source: log.source,
    onChange: () => undefined,
    onFollowed: (one) => followed.push(one),
    onDamage,
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

/** A catalogue for all tests of a suite, with the synonyms of the search. Removed after the suite. */
export const lastingCatalogue = async (log: MemoryLog, words: SearchWords) => {
  const dir = mkdtempSync(path.join(tmpdir(), 'congbo-catalogue-'))
  const catalogue = openCatalogue({
    dir,
    rules: RULES,
    source: log.source,
    reading: { dated: {}, search: words, site: 'https://phapluat.example.vn' },
    onChange: () => undefined,
  })
  afterAll(async () => {
    await catalogue.close()
    rmSync(dir, { recursive: true, force: true })
  })
  await catalogue.tail()
  return catalogue
}
