/** Path of the page of workflows and people, below that of the admin. */
export const OFFICE_PATH = '/office'
