/** Widths in pixels at which published pictures are offered to websites, besides their own. */
export const PICTURE_WIDTHS = [320, 640, 1280]
