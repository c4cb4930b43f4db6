import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from '@speeches/core'
import mammoth from 'mammoth'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { read } from './read.ts'
import type { Source } from './reading.ts'

/**
 * Has an office program make DOCX, DOC, PDF and HTML of our examples: what is read from them has to give the tree of
 * the text, positions aside. Fails where no such program is there: `apt-get install libreoffice-writer fonts-noto-cjk`.
 */

const OFFICE = ['soffice', 'libreoffice'].find((name) => spawnSync(name, ['--version']).status === 0)
const EXAMPLES = new URL('../../../../examples/', import.meta.url)
const NAMES = readdirSync(EXAMPLES)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => name.replace('.txt', ''))

const folder = mkdtempSync(join(tmpdir(), 'speeches-office-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const FROM_HTML = ['--infilter=HTML (StarWriter)']
/** What is made, from which kind of file, with which filters. */
const CONVERSIONS: Record<string, { from: 'html' | 'fodt'; extension: string; options: string[] }> = {
  DOCX: { from: 'html', extension: 'docx', options: [...FROM_HTML, '--convert-to', 'docx:MS Word 2007 XML'] },
  DOC: { from: 'html', extension: 'doc', options: [...FROM_HTML, '--convert-to', 'doc:MS Word 97'] },
  HTML: { from: 'fodt', extension: 'html', options: ['--convert-to', 'html:HTML (StarWriter)'] },
  PDF: { from: 'html', extension: 'pdf', options: [...FROM_HTML, '--convert-to', 'pdf:writer_pdf_Export'] },
  'PDF as offices print it': { from: 'fodt', extension: 'pdf', options: ['--convert-to', 'pdf:writer_pdf_Export'] },
}

function textOf(name: string): string {
  return readFileSync(new URL(`${name}.txt`, EXAMPLES), 'utf8')
}

const escapeXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

function toHtml(name: string): string {
  const lines = textOf(name).split(/\r?\n/)
  const body = lines.map((line) => `<p>${escapeXml(line)}</p>`).join('\n')
  return `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>${name}</title></head><body>\n${body}</body></html>`
}

/** The example as an office prints a document: lines justified, an indent of two characters, running head, page numbers. */
function toFlatDocument(name: string): string {
  const lines = textOf(name).split(/\r?\n/)
  const body = lines.map((line) => `<text:p text:style-name="P">${escapeXml(line.trim())}</text:p>`).join('\n')
  return FLAT_DOCUMENT.replace('BODY', () => body)
}

const FLAT_DOCUMENT = `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:automatic-styles>
<style:style style:name="P" style:family="paragraph"><style:paragraph-properties fo:text-indent="32pt" fo:line-height="28pt" fo:text-align="justify" fo:margin-top="0cm" fo:margin-bottom="0cm" style:punctuation-wrap="simple"/><style:text-properties fo:font-size="16pt" style:font-size-asian="16pt"/></style:style>
<style:page-layout style:name="L"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="2cm" fo:margin-bottom="2cm" fo:margin-left="2.8cm" fo:margin-right="2.6cm"/><style:header-style><style:header-footer-properties fo:min-height="1cm" fo:margin-bottom="0.8cm"/></style:header-style><style:footer-style><style:header-footer-properties fo:min-height="1cm" fo:margin-top="0.8cm"/></style:footer-style></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="L"><style:header><text:p>会议材料汇编</text:p></style:header><style:footer><text:p>— <text:page-number/> —</text:p></style:footer></style:master-page></office:master-styles>
<office:body><office:text>BODY</office:text></office:body></office:document>`

/** Paragraphs that the office numbers, on three levels, with a paragraph between them; and a bullet. */
const LISTS = `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:automatic-styles>
<text:list-style style:name="N"><text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/><text:list-level-style-number text:level="2" style:num-format="一, 二, 三, ..." style:num-prefix="（" style:num-suffix="）"/><text:list-level-style-number text:level="3" style:num-format="1" style:num-suffix="."/></text:list-style>
<text:list-style style:name="B"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>
</office:automatic-styles>
<office:body><office:text><text:p>各位乡亲：</text:p><text:p>今天讲两点。</text:p>
<text:list xml:id="l1" text:style-name="N"><text:list-item><text:p>修好栈桥</text:p><text:list><text:list-item><text:p>加宽桥面</text:p><text:list><text:list-item><text:p>备足木料</text:p></text:list-item><text:list-item><text:p>请好师傅</text:p></text:list-item></text:list></text:list-item><text:list-item><text:p>添几盏灯</text:p></text:list-item></text:list></text:list-item></text:list>
<text:p>栈桥是大家的事。</text:p>
<text:list text:continue-list="l1" text:style-name="N"><text:list-item><text:p>看好渡船</text:p></text:list-item></text:list>
<text:list text:style-name="B"><text:list-item><text:p>救生衣</text:p></text:list-item></text:list>
<text:p>谢谢大家！</text:p></office:text></office:body></office:document>`
const LISTED =
  '各位乡亲：|今天讲两点。|一、修好栈桥|（一）加宽桥面|1.备足木料|2.请好师傅|（二）添几盏灯|栈桥是大家的事。|二、看好渡船|- 救生衣|谢谢大家！'

beforeAll(() => {
  if (!OFFICE) throw new Error('LibreOffice is not there: apt-get install libreoffice-writer fonts-noto-cjk')
  for (const name of NAMES) {
    writeFileSync(join(folder, `${name}.html`), toHtml(name))
    writeFileSync(join(folder, `${name}.fodt`), toFlatDocument(name))
  }
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  const lists = join(folder, 'lists.fodt')
  writeFileSync(lists, LISTS)
  for (const filter of ['docx:MS Word 2007 XML', 'doc:MS Word 97']) {
    execFileSync(OFFICE, [profile, '--headless', '--convert-to', filter, '--outdir', join(folder, 'lists'), lists])
  }
  for (const [kind, { from, options }] of Object.entries(CONVERSIONS)) {
    const files = NAMES.map((name) => join(folder, `${name}.${from}`))
    execFileSync(OFFICE, [profile, '--headless', ...options, '--outdir', join(folder, kind), ...files])
  }
})

async function readMade(kind: string, name: string): Promise<Source> {
  const file = `${name}.${CONVERSIONS[kind]?.extension}`
  const reading = await read(readFileSync(join(folder, kind, file)), { name: file })
  if (!reading.ok) throw new Error(reading.reason)
  return reading
}

/** The tree without positions, which are those of the text as read. */
function treeOf(text: string): unknown {
  return JSON.parse(JSON.stringify(parse(text).collection, (key, value) => (key === 'position' ? undefined : value)))
}

describe.each(Object.keys(CONVERSIONS))('%s', (kind) => {
  test.each(NAMES)('%s gives the tree of the text', async (name) => {
    expect(treeOf((await readMade(kind, name)).text)).toEqual(treeOf(textOf(name)))
  })
})

test.each(['docx', 'doc'])('lists in %s: the numbers that the office shows', async (extension) => {
  const reading = await read(readFileSync(join(folder, 'lists', `lists.${extension}`)))
  expect(reading.ok && reading.text.replaceAll('\n', '|')).toBe(LISTED)
})

test.each(NAMES)('%s: page numbers and running heads are told, and nothing else is left out', async (name) => {
  const { messages } = await readMade('PDF as offices print it', name)
  expect(messages.map(({ ruleId }) => ruleId)).toEqual(['page-furniture'])
  for (const line of messages[0]?.actual?.split('\n') ?? []) expect(line).toMatch(/^\d+:\d+ (?:会议材料汇编|— \d+ —)$/)
})

test.each(NAMES)('%s as DOCX: the words that another reader finds', async (name) => {
  const { value } = await mammoth.extractRawText({ buffer: readFileSync(join(folder, 'DOCX', `${name}.docx`)) })
  const words = (text: string) => text.split('\n').filter((line) => line.trim() !== '')
  expect(words((await readMade('DOCX', name)).text)).toEqual(words(value).map((line) => line.trimEnd()))
})
