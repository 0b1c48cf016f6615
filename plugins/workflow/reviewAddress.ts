/** Path of the screen on which a document is decided, below that of the admin, before its collection and id. */
export const REVIEW_PATH = '/review'

/**
 * Address of the screen of one document.
 *
 * @param admin path or address of the admin
 */
export const reviewAddress = (admin: string, { collection, id }: { collection: string; id: string }): string =>
  `${admin}${REVIEW_PATH}/${encodeURIComponent(collection)}/${encodeURIComponent(id)}`

/** Id of the part of the screen in which a person decides. */
export const DECISION_ID = 'decision'
