/**
 * How our Markdown closes a heading that runs into the paragraph behind it. Sections are opened by three signs and more;
 * whoever closes a heading by hand takes as many as it is opened by. Nothing is seen of them on the page (CommonMark
 * 0.31, 4.2).
 */
export const RUN_IN_CLOSE = '#'
