interface Words {
  vi: string
  en: string
}

/** What was found in one place. */
export interface Finding {
  /** Name of what was looked at, in the words of `--json`. */
  check: string
  ok: boolean
  says: Words
  /** The next step, for what is not in order. */
  next?: Words
}

export const fine = (check: string, vi: string, en: string): Finding => ({ check, ok: true, says: { vi, en } })

export const fault = (check: string, says: Words, next: Words): Finding => ({ check, ok: false, says, next })
