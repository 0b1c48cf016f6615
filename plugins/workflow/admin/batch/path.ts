/** Path of the page of imported texts, below that of the admin. */
export const BATCH_PATH = '/imported'
