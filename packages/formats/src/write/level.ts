/** HTML and Markdown have six levels of headings. */
export const DEEPEST_LEVEL = 6
