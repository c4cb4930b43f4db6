import type { Encoding } from '../reading.ts'

/** How far into a page its encoding is looked for, in bytes. The standard says 1024; pages go beyond. */
const PRESCAN = 4096

/** Names of encodings (Encoding Standard, 4.2), those of Chinese pages. UTF-16 in a meta element means UTF-8. */
const LABELS: Readonly<Record<string, Encoding>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'utf-16': 'utf-8',
  'utf-16le': 'utf-8',
  'utf-16be': 'utf-8',
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

/** The encoding that a page's own meta element names; undefined where there is none or it is not known. */
export function declaredEncoding(bytes: Uint8Array): Encoding | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, PRESCAN)).replace(/<!--.*?(?:-->|$)/gs, '')
  const label = /<(?:meta\s[^>]*?charset|\?xml\s[^>]*?encoding)\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]
  return label === undefined ? undefined : LABELS[label.toLowerCase()]
}
