import { describe, expect, it } from 'vitest'
import { languageName, ownLanguage, textIn, withLanguages } from './languages.ts'

describe('the language of somebody', () => {
  it.each([
    ['vi', 'vi'],
    ['en', 'en'],
    ['fr', 'en'],
    [undefined, 'en'],
  ])('%s is answered in %s', (asked, spoken) => expect(ownLanguage(asked)).toBe(spoken))

  it('has a text of its own where there is one, otherwise the English one', () => {
    const text = { en: 'Tasting', fr: 'Dégustation' }
    expect([textIn(text, 'fr'), textIn(text, 'vi')]).toEqual(['Dégustation', 'Tasting'])
  })

  it.each([
    ['vi', 'Tiếng Việt'],
    ['km', 'ខ្មែរ'],
    ['kitchen_fr', 'kitchen_fr'],
  ])('%s is called %s', (code, name) => expect(languageName(code)).toBe(name))
})

describe('labels', () => {
  const access = () => true
  const collection = {
    slug: 'logs',
    labels: { plural: { vi: 'Sổ', en: 'Logs' } },
    access: { read: access },
    fields: [{ name: 'at', label: { vi: 'Lúc', en: 'At', fr: 'À' } }],
  }

  it('say in every further language what they say in English, unless they have it', () => {
    expect(withLanguages(collection, ['fr', 'vi'])).toEqual({
      ...collection,
      labels: { plural: { vi: 'Sổ', en: 'Logs', fr: 'Logs' } },
    })
  })

  it('stay the same objects where nothing is missing', () => {
    expect(withLanguages(collection, ['vi', 'en'])).toBe(collection)
    expect(withLanguages(collection, [])).toBe(collection)
  })
})
