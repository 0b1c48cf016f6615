/** The type that a body is said to have, without parameters, in small letters; empty when none is. */
export const mediaTypeOf = (contentType: string | undefined): string =>
  (contentType ?? '').split(';', 1)[0]!.trim().toLowerCase()

/** RFC 2046, 5.1.1, without the space and what no reader here takes. */
const BOUNDARY = /^[\w'()+,./:=?-]{1,70}$/

/**
 * What parts a multipart body.
 *
 * @returns undefined without exactly one boundary that every reader reads alike
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
