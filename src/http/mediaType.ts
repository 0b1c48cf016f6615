/** Declared media type of a body in lower case, without parameters; empty when missing. */
export const mediaTypeOf = (contentType: string | undefined): string =>
  (contentType ?? '').split(';', 1)[0]!.trim().toLowerCase()

/** RFC 2046, 5.1.1, without the space and characters that no parser here accepts. */
const BOUNDARY = /^[\w'()+,./:=?-]{1,70}$/

/**
 * The boundary of a multipart body.
 *
 * @returns undefined unless there is exactly one boundary that every parser reads alike
 */
export const boundaryOf = (contentType: string): string | undefined => {
  const [, ...parameters] = contentType.split(';')
  const found = parameters.flatMap((parameter) => {
    const [name, ...value] = parameter.split('=')
    return name?.trim().toLowerCase() === 'boundary' ? [value.join('=').trim()] : []
  })
  const bare = found[0]?.replace(/^"(.*)"$/, '$1')
  return found.length === 1 && bare !== undefined && BOUNDARY.test(bare) ? bare : undefined
}
