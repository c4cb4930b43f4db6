import { type FormatName, formats } from '@speeches/formats'
import type { Locale } from './locale.ts'
import { loadTraditional } from './traditional.ts'

/** What the formats hold, in 简体; English is what they say of themselves. */
const DESCRIPTIONS: Record<FormatName, string> = {
  json: '结构、修复和提示，带原文位置',
  text: '修复后的讲话，一段一行',
  markdown: '整页成一份文档，按层次分标题',
  outline: '这一页有什么，一目了然',
  ndjson: '一篇讲话一行，JSON',
  'ndjson-paragraphs': '一段一行，JSON',
  html: '一个文件的阅读版',
  tei: '语料库用的 TEI（Parla-CLARIN），每处修复并列原文与改文',
  docx: 'Word 文档，按 GB/T 9704-2012 排版',
  parquet: '一篇讲话一行，供 DuckDB、pandas、Spark 使用',
  'parquet-paragraphs': '一段一行，供 DuckDB、pandas、Spark 使用',
  'parquet-edits': '一处修复一行，供 DuckDB、pandas、Spark 使用',
  epub: '整页成一本电子书，一篇一章',
  bibtex: '每篇讲话一条引文，供 BibTeX 使用',
  ris: '每篇讲话一条引文，供文献管理软件使用',
  gbt7714: '每篇讲话一条引文，按 GB/T 7714-2015',
  'messages-csv': '编辑该知道的事，CSV',
  figures: '指标及其数值、单位、增减、时期，JSON',
  'figures-csv': '指标及其数值、单位、增减、时期，CSV',
}

/** All formats, and what they hold in a language. */
export async function describeFormats(locale: Locale): Promise<{ name: FormatName; description: string }[]> {
  const convert = locale === 'hant' ? await loadTraditional() : (text: string) => text
  return (Object.keys(formats) as FormatName[]).map((name) => ({
    name,
    description: locale === 'en' ? formats[name].description : convert(DESCRIPTIONS[name]),
  }))
}
