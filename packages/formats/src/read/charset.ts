import type { Encoding } from './reading.ts'

/** Names of encodings (Encoding Standard, 4.2), those of Chinese pages. */
const LABELS: Readonly<Record<string, Encoding>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'utf-16': 'utf-16le',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  gb2312: 'gb18030',
  'gb_2312-80': 'gb18030',
  gbk: 'gb18030',
  'x-gbk': 'gb18030',
  gb18030: 'gb18030',
  big5: 'big5',
  'big5-hkscs': 'big5',
  'cn-big5': 'big5',
  'x-x-big5': 'big5',
}

/** The encoding that a label means, in capitals or not; undefined where it is not known. */
export function encodingOf(label: string | undefined): Encoding | undefined {
  const key = label?.toLowerCase() ?? ''
  return Object.hasOwn(LABELS, key) ? LABELS[key] : undefined
}

/** The encoding that a header `Content-Type` names: `text/html; charset="gbk"`. */
export function encodingOfHeader(contentType: string | undefined): Encoding | undefined {
  return encodingOf(/;\s*charset\s*=\s*["']?\s*([\w-]+)/i.exec(contentType ?? '')?.[1])
}
