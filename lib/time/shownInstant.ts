const parts = new Intl.DateTimeFormat('en-GB', {
  // The portal's own time zone, regardless of the browser's, so that everyone sees the same times.
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** Formats an instant as day/month/year hour:minute in Viet Nam time, `24/11/2026 14:05`. */
export const shownInstant = (at: Date): string => {
  const of = Object.fromEntries(parts.formatToParts(at).map(({ type, value }) => [type, value]))
  return `${of.day}/${of.month}/${of.year} ${of.hour}:${of.minute}`
}

/** The same of an ISO 8601 text; a text that is no instant is returned as it is. */
export const shownInstantOf = (iso: string): string => {
  const at = new Date(iso)
  return Number.isNaN(at.getTime()) ? iso : shownInstant(at)
}
