/** An id as MongoDB generates it. */
export const AN_OBJECT_ID = /^[0-9a-f]{24}$/i

/** An id of either database: rows migrated from the other one keep theirs. */
export const AN_ID = /^[0-9a-f]{24}$|^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
