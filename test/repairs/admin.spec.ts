import { execFileSync } from 'node:child_process'
import { en } from '@payloadcms/translations/languages/en'
import { vi } from '@payloadcms/translations/languages/vi'
import type { Where } from 'payload'
import { transformWhereQuery } from 'payload/shared'
import { describe, expect, it } from 'vitest'
import { createErrorsFromMessage } from '../../node_modules/@payloadcms/ui/dist/elements/Toasts/fieldErrors.js'
import { mergeServerFormState } from '../../node_modules/@payloadcms/ui/dist/forms/Form/mergeServerFormState.js'
import { CONTROL_NAMES } from '../../src/repairs/admin/controlNames.ts'
import { NAMED_CONTROLS } from '../../src/repairs/admin/namedControls.ts'
import { TRANSLATED_WORDS } from '../../src/repairs/admin/translatedWords.ts'
import { adminTexts } from '../../src/repairs/adminTexts.ts'
import { ENGLISH, MORE_ENGLISH, MORE_UNNAMED, TOO_SMALL, UNNAMED } from './support/controls.ts'
import { installedVersion, SEEN_IN, sourceOf, type Upstream } from './support/installed.ts'
import { UPSTREAM_TEXTS } from './support/upstreamTexts.ts'

const UI = '@payloadcms/ui'

it('the installed versions are those in which every fault was looked at', () => {
  const names = Object.keys(SEEN_IN) as Upstream[]
  expect(Object.fromEntries(names.map((name) => [name, installedVersion(name)]))).toEqual(SEEN_IN)
})

describe('admin/namedControls.ts', () => {
  it('mends nothing but what is shown here to be wrong', () => {
    expect(NAMED_CONTROLS.map(([selector]) => selector)).toEqual(Object.keys(UNNAMED))
  })

  it.each(Object.entries(UNNAMED))(
    'source of Payload 3.90.2 gives no right name or role to %s',
    (_, [name, file, code]) => {
      expect(sourceOf(name, file)).toContain(code)
    },
  )

  it.each(MORE_UNNAMED)('source of %s 3.90.2 gives no right name or role in %s: %s', (name, file, code) => {
    expect(sourceOf(name, file)).toContain(code)
  })

  it('source of @payloadcms/ui 3.90.2 gives no select a name', () => {
    expect(sourceOf(UI, 'dist/elements/ReactSelect/index.js')).not.toMatch(/aria-label/)
  })
})

describe('admin/translatedWords.ts', () => {
  it('mends nothing but what is shown here to be English', () => {
    expect(TRANSLATED_WORDS.map(([selector]) => selector)).toEqual(Object.keys(ENGLISH))
  })

  it.each([...Object.values(ENGLISH), ...MORE_ENGLISH])(
    'source of %s 3.90.2 is English: %s: %s',
    (name, file, code) => {
      expect(sourceOf(name, file)).toContain(code)
    },
  )
})

describe('admin/controlNames.ts', () => {
  it.each(Object.keys(CONTROL_NAMES.vi.tableMenu))(
    'source of @payloadcms/richtext-lexical 3.90.2 has the entry that is renamed: %s',
    (id) => {
      const menu = 'dist/features/experimental_table/client/plugins/TableActionMenuPlugin/index.js'
      expect(sourceOf('@payloadcms/richtext-lexical', menu)).toContain(`"data-test-id": "${id}"`)
    },
  )

  it('has a name for each English one that is shown here, and for no other', () => {
    const shown = [...Object.values(ENGLISH), ...MORE_ENGLISH].flatMap(
      ([, , code]) => /^"aria-label": "(.+)",$/.exec(code)?.[1] ?? [],
    )
    expect(Object.keys(CONTROL_NAMES.vi.english).sort()).toEqual([...shown, 'Close toast'].sort())
  })
})

describe('admin/accessible.css', () => {
  it.each(Object.entries(TOO_SMALL))(
    'style sheet of @payloadcms/ui 3.90.2 gives no size or cuts: %s',
    (selector, rule) => {
      const rules = sourceOf(UI, 'dist/styles.css').split(/[{}]/)
      const found = rules.flatMap((part, index) => (part === selector ? [rules[index + 1]] : []))
      expect(found).toContain(rule)
      expect(found.join(';')).not.toMatch(/min-(?:width|height)/)
    },
  )

  it('source of @payloadcms/ui 3.90.2 shows the label of a language that it does not know yet', () => {
    const label = sourceOf(UI, 'dist/elements/Localizer/LocalizerLabel/index.js')
    expect(label).toContain('getTranslation(locale.label, i18n)}`')
    // What it is known by here.
    expect(label).toContain('"data-locale": locale ? locale.code : undefined')
  })
})

describe('vietnamTimes/index.ts', () => {
  it('@payloadcms/ui 3.90.2 tells a moment in the zone of the machine', () => {
    const program = `
      import { initI18n } from '@payloadcms/translations'
      import { vi } from '@payloadcms/translations/languages/vi'
      import { formatDate } from '@payloadcms/ui/utilities/formatDocTitle/formatDateTitle'
      const i18n = await initI18n({ config: { supportedLanguages: { vi } }, context: 'client', language: 'vi' })
      console.log(formatDate({ date: '2026-11-23T20:00:00.000Z', i18n, pattern: 'dd HH' }))`
    const shownIn = (zone: string) =>
      execFileSync(process.execPath, ['--input-type=module', '--eval', program], {
        encoding: 'utf8',
        env: { ...process.env, TZ: zone },
      }).trim()
    expect(['Asia/Ho_Chi_Minh', 'America/Los_Angeles'].map(shownIn)).toEqual(['24 03', '23 12'])
  })

  it.each([
    [
      'where a form was saved',
      'dist/elements/DocumentControls/index.js',
      'date: data.updatedAt, i18n, pattern: dateFormat }',
    ],
    [
      'where a form was made',
      'dist/elements/DocumentControls/index.js',
      'date: data.createdAt, i18n, pattern: dateFormat }',
    ],
    [
      'in a list of a field without one',
      'dist/elements/Table/DefaultCell/fields/Date/index.js',
      'const timezone = Boolean(timezoneFromField) && rowData ? getObjectDotNotation(rowData, timezoneFieldName, undefined) : undefined;',
    ],
  ])('source of @payloadcms/ui 3.90.2 names no zone %s', (_, file, code) => {
    expect(sourceOf(UI, file)).toContain(code)
  })
})

describe('lockNames.ts', () => {
  it.each(['DocumentLocked', 'Locked'])(
    'source of @payloadcms/ui 3.90.2 calls a person by address or id in %s',
    (name) => {
      const code = 'isClientUserObject(user) ? user.email ?? user.id : '
      expect(sourceOf(UI, `dist/elements/${name}/index.js`)).toContain(code)
    },
  )
})

describe('invalidHeadline.ts', () => {
  it('@payloadcms/ui 3.90.2 cuts what stands behind a colon at its commas', () => {
    expect(createErrorsFromMessage('Mã: chỉ gồm chữ, số')).toEqual({
      message: 'Mã (2):',
      errors: ['chỉ gồm chữ', 'số'],
    })
  })
})

describe('listFilters.ts', () => {
  it('source of @payloadcms/ui 3.90.2 takes anything in an address for a date', () => {
    expect(sourceOf(UI, 'dist/elements/DatePicker/DatePicker.js')).toContain('selected: value && new Date(value),')
  })

  it('payload 3.90.2 takes anything in an address for a list of conditions', () => {
    expect(() => transformWhereQuery({ or: 'abc' as unknown as Where[] })).toThrow('map is not a function')
  })
})

describe('openForms/emptiedLists.ts', () => {
  it('a form of @payloadcms/ui 3.90.2 takes over that an emptied list is not sent', () => {
    const currentState = { signers: { rows: [], value: 0, disableFormData: false } }
    const incomingState = { signers: { rows: [{ id: 'a' }], value: 1, disableFormData: true } }
    expect(mergeServerFormState({ acceptValues: false, currentState, incomingState })).toMatchObject({
      signers: { rows: [], value: 0, disableFormData: true },
    })
  })
})

describe('openForms/keptMarks.ts', () => {
  it('a form of @payloadcms/ui 3.90.2 takes every field for right that a response does not mark', () => {
    expect(sourceOf(UI, 'dist/forms/Form/mergeServerFormState.js')).toContain(
      'if (incomingField.valid !== false) { newState[path].valid = true;',
    )
  })
})

describe('openForms/unseenChanges.ts', () => {
  it.each([
    ['leaves what a response merged as the state that was sent', 'fieldReducer', 'prevStateRef.current = newState;'],
    ['compares itself with that state', 'index', '!dequal(formState, prevFormState.current)) && modified'],
  ])('a form of @payloadcms/ui 3.90.2 %s', (_, file, source) => {
    expect(sourceOf(UI, `dist/forms/Form/${file}.js`)).toContain(source)
  })
})

describe('adminTexts.ts', () => {
  const textsOf = (language: { translations: object }) =>
    language.translations as Record<string, Record<string, string>>
  const keys = Object.entries(adminTexts.vi).flatMap(([group, texts]) => Object.keys(texts).map((key) => [group, key]))

  it.each(keys)('@payloadcms/translations 3.90.2 has the sentence that is replaced: %s:%s', (group, key) => {
    expect(textsOf(en)[group!]![key!]).toBeTypeOf('string')
    expect(textsOf(vi)[group!]![key!]).toBe(UPSTREAM_TEXTS[group!]![key!])
  })

  it('replaces nothing but what is shown here', () => {
    const shown = Object.entries(UPSTREAM_TEXTS).flatMap(([group, texts]) =>
      Object.keys(texts).map((key) => [group, key]),
    )
    expect(shown).toEqual(keys)
  })
})
