/** Secrets that stand, or once stood, in this repository. Whoever reads it knows them. */
const PRINTED: ReadonlySet<string> = new Set([
  'building-needs-no-secret-at-all!',
  'unused: b4 the f0lders are there',
  'a secret of the tests, long enough to be one',
  'b7c1d9e2f3a4958671605f4e3d2c1b0a-9f8e',
])
const GUESSABLE = /^(secret|changeme|change-me|payload|congbo|demo|test)|^(x+|0+|1+)$/i
const FEWEST_CHARACTERS = 10

/** Whether a secret protects nothing: it can be guessed, or it is printed in this repository. */
export const isKnownSecret = (secret: string): boolean =>
  PRINTED.has(secret.trim()) || GUESSABLE.test(secret) || new Set(secret).size < FEWEST_CHARACTERS
