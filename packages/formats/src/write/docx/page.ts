/**
 * The page of an official document, as GB/T 9704-2012 《党政机关公文格式》 lays it out: A4, margins of 37, 26, 35 and
 * 28 mm, 22 lines of 28 characters, page numbers of size 4 outside, one character in: — 1 —.
 */

/** Word measures in twips, a twentieth of a point. */
const twips = (millimetres: number) => Math.round((millimetres * 1440) / 25.4)

/** Paper and margins, in millimetres. */
const PAPER = { width: 210, height: 297 }
const MARGIN = { top: 37, right: 26, bottom: 35, left: 28 }
const LINES = 22
const CHARACTERS = 28

/** Size 3 (三号), in half points: what the body is set in, and what the grid's characters are counted from. */
export const BODY_SIZE = 32

/**
 * How wide the body's characters are set, in percent: 28 of 16 points are 2 mm wider than the text, and LibreOffice
 * gives a character that is wider than its cell of the grid two of them.
 */
export const BODY_SCALE = 98

/** How far one line is from the next, in twips; rounded down, so that 22 of them fit. */
export const LINE_PITCH = Math.floor(twips(PAPER.height - MARGIN.top - MARGIN.bottom) / LINES)

/** How far one character is from the next, in twips. */
export const CHARACTER_PITCH = twips(PAPER.width - MARGIN.left - MARGIN.right) / CHARACTERS

/** What a character of the grid has over one of the body, in 4096ths of a point; rounded down, so that 28 fit. */
const CHARACTER_SPACE = Math.floor((CHARACTER_PITCH / 20 - BODY_SIZE / 2) * 4096)

/**
 * The dash of a page number lies 7 mm below the text, in the middle of a line of 18 points: that line ends 24.8 mm
 * above the paper's edge.
 */
const FOOTER = 24.8
export const FOOTER_LINE = 360

export const FOOTERS = [
  { part: 'footer1', type: 'default', style: 'FooterOdd' },
  { part: 'footer2', type: 'even', style: 'FooterEven' },
] as const

/** The section that the whole document is. */
export function sectionXml(): string {
  const { width, height } = PAPER
  const { top, right, bottom, left } = MARGIN
  const footers = FOOTERS.map(({ part, type }) => `<w:footerReference w:type="${type}" r:id="${part}"/>`).join('')
  return [
    `<w:sectPr>${footers}`,
    `<w:pgSz w:w="${twips(width)}" w:h="${twips(height)}"/>`,
    `<w:pgMar w:top="${twips(top)}" w:right="${twips(right)}" w:bottom="${twips(bottom)}" w:left="${twips(left)}"`,
    ` w:header="${twips(15)}" w:footer="${twips(FOOTER)}" w:gutter="0"/>`,
    `<w:docGrid w:type="linesAndChars" w:linePitch="${LINE_PITCH}" w:charSpace="${CHARACTER_SPACE}"/>`,
    '</w:sectPr>',
  ].join('')
}
