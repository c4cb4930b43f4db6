/** Item headings are of the second level, so sections begin at the third. */
export const SECTION_LEVEL = 2
/** HTML and Markdown have six levels of headings. */
export const DEEPEST_LEVEL = 6
