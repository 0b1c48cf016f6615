/** Full-width signs, as Chinese keyboards and some pasted tables have them, as usual ones; keeps every place. */
export const halfWidth = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
