/** Converts full-width characters of Chinese keyboards and pasted tables to half-width; keeps every offset. */
export const halfWidth = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
