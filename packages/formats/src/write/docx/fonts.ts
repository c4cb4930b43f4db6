/** A typeface that the standard names, by the name of the font that offices have, and what else may stand for it. */
interface Font {
  name: string
  /** Other names of the font, then fonts like it, the nearest first. */
  others: readonly string[]
}

export const FONTS = {
  fangsong: {
    name: '仿宋_GB2312',
    others: ['FangSong_GB2312', '仿宋', 'FangSong', '华文仿宋', 'STFangsong', 'Noto Serif CJK SC'],
  },
  kaiti: {
    name: '楷体_GB2312',
    others: ['KaiTi_GB2312', '楷体', 'KaiTi', '华文楷体', 'STKaiti', 'AR PL UKai CN'],
  },
  heiti: { name: '黑体', others: ['SimHei', '华文黑体', 'STHeiti', 'Noto Sans CJK SC'] },
  biaosong: {
    name: '方正小标宋简体',
    others: ['FZXiaoBiaoSong-B05S', '方正小标宋_GBK', '华文中宋', 'STZhongsong', '宋体', 'Noto Serif CJK SC'],
  },
  songti: { name: '宋体', others: ['SimSun', 'NSimSun', '华文宋体', 'STSong', 'Noto Serif CJK SC'] },
} satisfies Record<string, Font>

/** The run properties that set a font for all scripts. */
export function fontXml(font: keyof typeof FONTS): string {
  const { name } = FONTS[font]
  return `<w:rFonts w:hint="eastAsia" w:ascii="${name}" w:hAnsi="${name}" w:eastAsia="${name}" w:cs="${name}"/>`
}

/** The font table: what to take where a font is missing. */
export function fontTableXml(): string {
  return Object.values(FONTS)
    .map(
      ({ name, others }) =>
        `<w:font w:name="${name}"><w:altName w:val="${others.join(',')}"/><w:charset w:val="86"/><w:family w:val="auto"/></w:font>`,
    )
    .join('\n')
}
