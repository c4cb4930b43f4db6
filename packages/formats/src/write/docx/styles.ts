import { element } from '../xml.ts'
import { type FONTS, fontXml } from './fonts.ts'
import { BODY_SCALE, BODY_SIZE, CHARACTER_PITCH, FOOTER_LINE, LINE_PITCH } from './page.ts'

/** How a kind of paragraph looks. */
interface Style {
  /** What word processors call it; those of their own are known by their English names. */
  name: string
  font: keyof typeof FONTS
  /** In half points; that of the body where it is left out. */
  size?: number
  bold?: boolean
  /** Paragraph properties beside those of the body, in the order of the schema. */
  paragraph?: string
}

/** Size 2 (二号) and size 4 (四号), in half points. */
const TITLE_SIZE = 44
const NUMBER_SIZE = 28

/** Indents in characters of the grid. */
const indent = (sides: { firstLine?: number; left?: number; right?: number }, pitch = CHARACTER_PITCH) => {
  const attributes = Object.entries(sides).map(
    ([side, count]) => `w:${side}Chars="${count * 100}" w:${side}="${count * Math.floor(pitch)}"`,
  )
  return `<w:ind ${attributes.join(' ')}/>`
}
const flush = indent({ firstLine: 0 })
const level = (depth: number) => `<w:outlineLvl w:val="${depth}"/>`
/** As high as a line of the grid whatever the size of its characters, and an empty line below. */
const GRID_LINE =
  `<w:snapToGrid w:val="0"/><w:spacing w:afterLines="100" w:after="${LINE_PITCH}"` +
  ` w:line="${LINE_PITCH}" w:lineRule="exact"/>`
/** A page number, one of its characters in from the side. */
const footer = (side: 'left' | 'right') =>
  `<w:snapToGrid w:val="0"/><w:spacing w:line="${FOOTER_LINE}" w:lineRule="exact"/>` +
  `${indent({ [side]: 1, firstLine: 0 }, NUMBER_SIZE * 10)}<w:jc w:val="${side}"/>`

/**
 * The standard's sizes and typefaces: title 2号小标宋, body 3号仿宋, 一、 in 黑体, （一） in 楷体, 1. and (1) in 仿宋, the
 * former bold as is the custom. What stands under a title or beside a speech, the standard does not say: 楷体.
 */
export const STYLES = {
  Normal: { name: 'Normal', font: 'fangsong', paragraph: indent({ firstLine: 2 }) },
  Title: {
    name: 'Title',
    font: 'biaosong',
    size: TITLE_SIZE,
    paragraph: `${GRID_LINE}${flush}<w:jc w:val="center"/>${level(0)}`,
  },
  Heading1: { name: 'heading 1', font: 'heiti', paragraph: level(1) },
  Heading2: { name: 'heading 2', font: 'kaiti', paragraph: level(2) },
  Heading3: { name: 'heading 3', font: 'fangsong', bold: true, paragraph: level(3) },
  Heading4: { name: 'heading 4', font: 'fangsong', paragraph: level(4) },
  Salutation: { name: 'Salutation', font: 'fangsong', paragraph: flush },
  Byline: {
    name: 'Byline',
    font: 'kaiti',
    paragraph: `${GRID_LINE}${flush}<w:jc w:val="center"/>`,
  },
  Stage: { name: 'Stage', font: 'kaiti' },
  Signature: {
    name: 'Signature',
    font: 'fangsong',
    paragraph: `${indent({ right: 4, firstLine: 0 })}<w:jc w:val="right"/>`,
  },
  FooterOdd: { name: 'Footer Odd', font: 'songti', size: NUMBER_SIZE, paragraph: footer('right') },
  FooterEven: { name: 'Footer Even', font: 'songti', size: NUMBER_SIZE, paragraph: footer('left') },
} satisfies Record<string, Style>

export type StyleId = keyof typeof STYLES

/** The style of a heading by its depth, from 1. */
export function headingStyle(depth: number): StyleId {
  return (['Heading1', 'Heading2', 'Heading3'] as const)[depth - 1] ?? 'Heading4'
}

/** What sets a run in the characters of a style: a heading that runs into its paragraph. */
export function runXml(id: StyleId): string {
  const { font, size = BODY_SIZE, bold }: Style = STYLES[id]
  const scale = size === BODY_SIZE ? BODY_SCALE : 100
  return `${fontXml(font)}${bold ? '<w:b/><w:bCs/>' : ''}<w:w w:val="${scale}"/><w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`
}

/** The styles of the document; lines are never moved for widows, so that each page has its 22. */
export function stylesXml(): string {
  const defaults = [
    `<w:rPrDefault><w:rPr>${runXml('Normal')}<w:lang w:val="zh-CN" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault>`,
    '<w:pPrDefault><w:pPr><w:widowControl w:val="0"/><w:jc w:val="both"/></w:pPr></w:pPrDefault>',
  ]
  const styles = Object.entries<Style>(STYLES).map(([id, { name, paragraph }]) => {
    const isNormal = id === 'Normal'
    const parts = [
      element('w:name', { 'w:val': name }, ''),
      isNormal ? '' : '<w:basedOn w:val="Normal"/>',
      '<w:qFormat/>',
      paragraph ? element('w:pPr', {}, paragraph) : '',
      element('w:rPr', {}, runXml(id as StyleId)),
    ]
    const attributes = { 'w:type': 'paragraph', 'w:default': isNormal ? '1' : undefined, 'w:styleId': id }
    return element('w:style', attributes, parts.join(''))
  })
  return [element('w:docDefaults', {}, defaults.join('')), ...styles].join('\n')
}
