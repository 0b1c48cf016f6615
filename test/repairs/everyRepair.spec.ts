import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const FOLDER = 'src/repairs'
const PAGE = 'docs/decisions/repairs-of-payload.md'

/**
 * Every repair and the suites that demonstrate its fault. When a fault is fixed upstream, the test with the name of its
 * repair fails. The repair can then be removed.
 */
const REPAIRS: Record<string, string[]> = {
  'actionOutcome.ts': ['next'],
  'admin/accessible.css': ['admin'],
  'admin/namedControls.ts': ['admin'],
  'admin/translatedWords.ts': ['admin'],
  'adminTexts.ts': ['admin'],
  'boundedReads.ts': ['requests'],
  'boundedTexts.ts': ['requests'],
  'clientErrors.ts': ['requests'],
  'englishErrors.ts': ['requests'],
  'errorCodes.ts': ['requests'],
  'forms/existingRows.ts': ['forms'],
  'forms/fieldsOnly.ts': ['forms'],
  'forms/knownLocale.ts': ['forms'],
  'forms/normaliseFilters.ts': ['forms'],
  'forms/payloadsOwn.ts': ['forms'],
  'forms/refuseHiddenSort.ts': ['forms'],
  'forms/rightForm.ts': ['forms'],
  'forms/sameRows.ts': ['forms'],
  'globalAccess.ts': ['requests'],
  'inexactRows.ts': ['database'],
  'invalidHeadline.ts': ['admin'],
  'listFilters.ts': ['admin'],
  'localeIndexes.ts': ['database'],
  'lockNames.ts': ['requests', 'admin'],
  'nextLines.ts': ['next'],
  'noVersions.ts': ['requests'],
  'openForms/emptiedLists.ts': ['admin'],
  'openForms/keptMarks.ts': ['admin'],
  'openForms/unseenChanges.ts': ['admin'],
  'ownEndpoints.ts': ['requests'],
  'ownLocks.ts': ['requests'],
  'restoredFields.ts': ['requests'],
  'restoringEnds.ts': ['requests'],
  'rowCodes.ts': ['requests'],
  'serialSqlite.ts': ['database'],
  'sqliteWriter.ts': ['database'],
  'vietnamTimes/index.ts': ['admin'],
}

/** Files shared by repairs; they can be removed with the last of these. */
const PARTS: Record<string, string[]> = {
  'admin/Accessible.tsx': ['admin/namedControls.ts', 'admin/translatedWords.ts', 'admin/accessible.css'],
  'admin/controlNames.ts': ['admin/namedControls.ts', 'admin/translatedWords.ts'],
  'admin/dayFirstInstant.ts': ['admin/translatedWords.ts'],
  'admin/elements.ts': ['admin/namedControls.ts', 'admin/translatedWords.ts'],
  'forms/core/anId.ts': ['forms/existingRows.ts', 'forms/normaliseFilters.ts', 'ownLocks.ts'],
  'forms/core/filters.ts': ['forms/normaliseFilters.ts'],
  'forms/core/normalisedData.ts': ['forms/rightForm.ts'],
  'forms/core/rows.ts': ['forms/sameRows.ts'],
  'forms/core/shape.ts': ['forms/rightForm.ts', 'forms/existingRows.ts'],
  'forms/rightForms.ts': [
    'forms/existingRows.ts',
    'forms/fieldsOnly.ts',
    'forms/knownLocale.ts',
    'forms/normaliseFilters.ts',
    'forms/refuseHiddenSort.ts',
    'forms/rightForm.ts',
    'forms/sameRows.ts',
  ],
  'openForms/EmptiedLists.tsx': ['openForms/emptiedLists.ts'],
  'openForms/KeptMarks.tsx': ['openForms/keptMarks.ts'],
  'openForms/UnseenChanges.tsx': ['openForms/unseenChanges.ts'],
  'openForms/besideControls.ts': ['openForms/emptiedLists.ts', 'openForms/keptMarks.ts', 'openForms/unseenChanges.ts'],
  'openForms/changedFields.ts': ['openForms/emptiedLists.ts', 'openForms/keptMarks.ts', 'openForms/unseenChanges.ts'],
  'vietnamTimes/HeaderTimes.tsx': ['vietnamTimes/index.ts'],
  'vietnamTimes/InstantCell.tsx': ['vietnamTimes/index.ts'],
  'vietnamTimes/headerTimes.css': ['vietnamTimes/index.ts'],
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const file = path.posix.join(folder, name)
    return statSync(file).isDirectory() ? filesIn(file) : [file]
  })

const textOf = (repair: string): string => readFileSync(path.posix.join(FOLDER, repair), 'utf8')

it('every file of the repairs is a repair or a part of some', () => {
  const files = filesIn(FOLDER)
    .filter((file) => !file.endsWith('.spec.ts'))
    .map((file) => path.posix.relative(FOLDER, file))
  expect(Object.keys({ ...REPAIRS, ...PARTS }).sort()).toEqual(files.sort())
  expect(Object.values(PARTS).flat()).toSatisfy((repairs: string[]) => repairs.every((repair) => repair in REPAIRS))
})

describe.each(Object.entries(REPAIRS))('%s', (repair, suites) => {
  it('has tests of its name that show the fault', () => {
    for (const suite of suites) {
      const blocks = readFileSync(`test/repairs/${suite}.spec.ts`, 'utf8').split(/^describe\(/m)
      const own = blocks.find((block) => block.startsWith(`'${repair}', () => {`))
      expect(own).toMatch(/^ {2}it(?:\.each)?\(/m)
    }
  })

  it('says in which package and version the fault is', () => {
    expect(textOf(repair)).toMatch(/`(?:@?[\w-]+\/)?[\w-]+` \d+\.\d+\.\d+/)
  })

  it('stands on the page of decisions', () => {
    expect(readFileSync(PAGE, 'utf8')).toContain(`| \`${repair}\` |`)
  })
})
