/** A field of work that documents are about. */
export interface Topic {
  /** As titles name it. */
  name: string
  /** Letters that offices write for the name. */
  abbreviation?: string
  /** What is done: words that can follow “Kế hoạch” and “về việc”. */
  matters: readonly string[]
}
