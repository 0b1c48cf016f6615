import type { Fault } from '../core/readRequest.ts'
import { type Html, html } from '../mail/html.ts'
import type { Messages } from '../translations/index.ts'

/** A validation error of a form. */
export interface FormFault extends Pick<Fault, 'facet'> {
  code: keyof Messages['faults']
  /** The invalid field; omitted if no field can fix it. */
  path?: Fault['path'] | 'until' | 'sure' | 'consent'
  what?: string
}

/** Message for the person who filled in the form. */
const faultMessage = ({ code, facet, what }: FormFault, { form, faults, marks }: Messages): string => {
  const named = [facet && form.facets[facet], what].filter(Boolean).join(marks.colon)
  return named ? `${faults[code].text} (${named})` : faults[code].text
}

/** Id of the field or checkbox group that an error refers to. */
const placeOf = ({ path, facet }: FormFault): string | undefined => facet ?? (path === 'filter' ? 'choices' : path)

/**
 * Error summary at the top of the page; each error links to its field.
 *
 * @param prefix prefix of the form's field ids, on a page with several forms
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

/** Error of a field, and the attributes that associate the two. */
export interface Explained {
  fault: Html | false
  describedBy: Html | false
  /** The same plus `aria-invalid`; for fields that hold a value. */
  attributes: Html | false
}

/** Error of one field, by its id in the form; `hint` is the id of its permanent description. */
export type Explain = (place: string, hint?: string) => Explained

/** Looks up each field's error, for display beside the field. */
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
