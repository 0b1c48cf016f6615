/** Whether the person is on their way from one document to the next, without loading a page in between. */
let onTheWay = false

/** To be called when the person goes on to the next document. */
export const leave = (): void => {
  onTheWay = true
}

/** Whether the person has come from another document, so that they must be told where they are; once a way. */
export const hasArrived = (): boolean => {
  const came = onTheWay
  onTheWay = false
  return came
}
