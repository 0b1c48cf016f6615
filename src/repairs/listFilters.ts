import type { FlattenedField } from 'payload'

/** `where[or][0][and][0][createdAt][greater_than]`: the last two names are a field and an operator. */
const CONDITION = /^where\[.*?\[?([^[\]]+)\]\[([^[\]]+)\](?:\[\d*\])?$/
/** A list of conditions that is a text. */
const NO_LIST = /^where(?:\[[^[\]]*\])*\[(?:and|or)\]$/

const isBrokenDate = (name: string, value: string, dates: ReadonlySet<string>): boolean => {
  const [, field, operator] = CONDITION.exec(name) ?? []
  return (
    field !== undefined && dates.has(field) && operator !== 'exists' && value !== '' && Number.isNaN(Date.parse(value))
  )
}

/**
 * The list of `@payloadcms/ui` 3.90.2 shows the filters of its address in a form, and the whole page breaks when that
 * form meets a date that is none, or a text in place of a list of conditions. This takes such conditions out of an
 * address. Others that make no sense are shown, and find nothing.
 *
 * @param url path and query of a list in the admin
 * @param fields fields of its collection
 * @returns the address without them; `undefined` when there is none in it
 */
export const withoutBrokenFilters = (url: string, fields: readonly FlattenedField[]): string | undefined => {
  const at = url.indexOf('?')
  if (at === -1) return undefined
  const dates = new Set(fields.filter(({ type }) => type === 'date').map(({ name }) => name))
  const given = [...new URLSearchParams(url.slice(at + 1))]
  const sound = given.filter(([name, value]) => !NO_LIST.test(name) && !isBrokenDate(name, value, dates))
  if (sound.length === given.length) return undefined
  const query = new URLSearchParams(sound).toString()
  return query ? `${url.slice(0, at)}?${query}` : url.slice(0, at)
}
