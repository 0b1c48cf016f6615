import { type Text, textIn } from '../../../lib/text/languages.ts'
import type { WorkflowDefinition } from './definition.ts'
import { type Person, sitsAt } from './groups.ts'

const WRITES: Text = { vi: 'Soạn và trình duyệt', en: 'Writes and submits' }
const DECIDES: Text = {
  vi: 'Rút, công bố khẩn, phê chuẩn, công bố lại',
  en: 'Withdraws, publishes urgently, ratifies, restores',
}

/** A step with its workflow, in every language that either has. */
const stepOf = (step: Text, workflow: Text): Text => {
  const languages = Object.keys({ ...step, ...workflow })
  const said = languages.map((one) => [one, `${textIn(step, one)} (${textIn(workflow, one)})`])
  return { en: '', ...Object.fromEntries(said) }
}

/** What a person may do in any workflow, in words, each once. Pure. */
export const mayDo = (person: Person, definitions: readonly WorkflowDefinition[]): Text[] => {
  const found = definitions.flatMap(({ authors, authority, steps, title }) => [
    ...(authors.includes(person.role) ? [WRITES] : []),
    ...steps.filter((step) => sitsAt(person, step)).map((step) => stepOf(step.title, title)),
    ...(person.role === authority ? [DECIDES] : []),
  ])
  return [...new Map(found.map((what) => [what.en, what])).values()]
}
