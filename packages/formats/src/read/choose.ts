import type { ReaderName } from './readers.ts'

/** How HTML pages begin, behind blanks and comments. */
const HTML_START =
  /^\s*(?:<!doctype\s+html|<(?:html|head|body|meta|title|link|script|style|p|div|br|h[1-6]|table|tr|td|ul|ol|dl|section|article|main|header|nav|center|font|span|frameset|form|img|pre|blockquote)[\s/>])/i

/** How far to look, in bytes. A PDF may have its signature so far in. */
const LOOKED_AT = 4096
const PDF_LOOKED_AT = 1024

/** What the extensions of names promise. */
const EXTENSIONS: Readonly<Record<string, ReaderName>> = {
  txt: 'text',
  text: 'text',
  htm: 'html',
  html: 'html',
  xhtml: 'html',
  md: 'markdown',
  markdown: 'markdown',
  docx: 'docx',
  docm: 'docx',
  dotx: 'docx',
  doc: 'doc',
  dot: 'doc',
  pdf: 'pdf',
}

/** What media types promise. */
const MEDIA_TYPES: Readonly<Record<string, ReaderName>> = {
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'text/markdown': 'markdown',
}

/** Which reader is right for a file: by its content where that shows it, else by its name, else by its media type. */
export function chooseReader(bytes: Uint8Array, name = '', contentType = ''): ReaderName {
  const shown = readerOfContent(bytes)
  if (shown) return shown
  const promised = readerOfName(name) ?? MEDIA_TYPES[contentType.split(';')[0]?.trim().toLowerCase() ?? '']
  if (promised === 'markdown') return promised
  return promised === 'html' && hasAngleBracket(bytes) ? promised : 'text'
}

/** The reader that a file's name promises; undefined where it promises none. */
export function readerOfName(name: string): ReaderName | undefined {
  const extension = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  return Object.hasOwn(EXTENSIONS, extension) ? EXTENSIONS[extension] : undefined
}

function readerOfContent(bytes: Uint8Array): ReaderName | undefined {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, LOOKED_AT))
  if (start.startsWith('ÐÏ\x11à¡±\x1aá')) return 'doc'
  if (start.startsWith('PK\x03\x04')) return 'docx'
  if (/%PDF-\d\.\d/.test(start.slice(0, PDF_LOOKED_AT))) return 'pdf'
  const plain = start
    .replaceAll('\0', '')
    .replace(/^(?:ï»¿|ÿþ|þÿ)/, '')
    .replace(/^\s*<\?xml[^>]*>/, '')
    .replace(/^(?:\s*<!--.*?-->)+/s, '')
  return HTML_START.test(plain) ? 'html' : undefined
}

/** Without a single tag, a page is no HTML: read as such, its lines would run together. */
function hasAngleBracket(bytes: Uint8Array): boolean {
  return bytes.includes(0x3c)
}
