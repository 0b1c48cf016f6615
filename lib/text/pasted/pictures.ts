import { DomUtils, parseDocument } from 'htmlparser2'

/** Narrower pictures are spacers and counters of web pages. */
const SMALLEST = 3

const isSmall = (length: string | undefined): boolean => Number.parseFloat(length ?? '') < SMALLEST

/**
 * How many pictures pasted HTML shows. They are lost: the browser gives no access to Word's, and those of other
 * websites must not be loaded from there.
 *
 * @param html clipboard content
 */
export const picturesIn = (html: string): number =>
  DomUtils.getElementsByTagName('img', parseDocument(html), true).filter(
    ({ attribs }) => !isSmall(attribs.width) && !isSmall(attribs.height),
  ).length
