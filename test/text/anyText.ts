import fc from 'fast-check'

/** Short texts of the given characters. */
export const sampled = (...characters: string[]) => fc.string({ unit: fc.constantFrom(...characters), maxLength: 24 })

/** Arbitrary texts, and texts dense with characters that are often pasted by accident. */
export const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  sampled(...'aăâeêoôơuưyđĐÐ \u0300\u0301\u0303\u0309\u0323\u0302\u00a0\u200b\u200c\u200d\u2060\ufeff\u00ad\n'),
  sampled(...'កខគច្បាប់ថ្មី\u200b\u200c\u2060 a(\u0301'),
)
