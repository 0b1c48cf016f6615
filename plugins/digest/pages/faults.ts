import type { Fault } from '../core/readRequest.ts'
import { type Html, html } from '../mail/html.ts'
import type { Messages } from '../translations/index.ts'

/** Something wrong with what was filled in. */
export interface FormFault extends Pick<Fault, 'facet'> {
  code: keyof Messages['faults']
  /** The field at fault; left out for what no field can mend. */
  path?: Fault['path'] | 'until' | 'sure' | 'consent'
  what?: string
}

/** What a fault says to the person who made it. */
const faultMessage = ({ code, facet, what }: FormFault, { form, faults, marks }: Messages): string => {
  const named = [facet && form.facets[facet], what].filter(Boolean).join(marks.colon)
  return named ? `${faults[code].text} (${named})` : faults[code].text
}

/** Id of the field, or of the group of boxes, that a fault is about. */
const placeOf = ({ path, facet }: FormFault): string | undefined => facet ?? (path === 'filter' ? 'choices' : path)

/**
 * All faults of a form at the page's top, each leading to its field.
 *
 * @param prefix what the ids of the form's fields begin with, where a page has several forms
 */
export const faultSummary = (faults: FormFault[], messages: Messages, prefix = ''): Html | false => {
  const line = (fault: FormFault) => {
    const place = placeOf(fault)
    const text = faultMessage(fault, messages)
    return html`<li>${place === undefined ? text : html`<a href="#${prefix}${place}">${text}</a>`}</li>`
  }
  return (
    faults.length > 0 &&
    html`<div class="faults" role="alert">
<h2>${messages.form.faults}</h2>
<ul>${faults.map(line)}</ul>
</div>`
  )
}

/** What is wrong with a field, and the attributes that tie the two together. */
export interface Explained {
  fault: Html | false
  describedBy: Html | false
  /** The same, and that the value is wrong; for fields that hold one. */
  attributes: Html | false
}

/** Tells of one field, by the id it has in its form, what is wrong with it; `hint` is the id of what describes it anyway. */
export type Explain = (place: string, hint?: string) => Explained

/** What is wrong with each field, for beside it. */
export const explainer =
  (faults: FormFault[], messages: Messages, prefix = ''): Explain =>
  (place, hint) => {
    const fault = faults.find((one) => placeOf(one) === place)
    const id = `${prefix}${place}-fault`
    const ids = [hint, fault && id].filter(Boolean).join(' ')
    const describedBy = ids !== '' && html` aria-describedby="${ids}"`
    return {
      fault: fault !== undefined && html`<p class="fault" id="${id}">${faultMessage(fault, messages)}</p>`,
      describedBy,
      attributes: html`${describedBy}${fault !== undefined && html` aria-invalid="true"`}`,
    }
  }
