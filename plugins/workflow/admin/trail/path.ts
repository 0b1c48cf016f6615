/** Path of the reading room below that of the admin. */
export const TRAIL_PATH = '/trail'
