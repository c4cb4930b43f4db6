import { encodingOf } from '../charset.ts'
import type { Encoding } from '../reading.ts'

/** How far into a page its encoding is looked for, in bytes. The standard says 1024; pages go beyond. */
const PRESCAN = 4096

/** The encoding that a page's own meta element names; undefined where there is none or it is not known. */
export function declaredEncoding(bytes: Uint8Array): Encoding | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, PRESCAN)).replace(/<!--.*?(?:-->|$)/gs, '')
  const label = /<(?:meta\s[^>]*?charset|\?xml\s[^>]*?encoding)\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]
  const encoding = encodingOf(label)
  // A page that can say so in ASCII is not in UTF-16 (HTML Standard, 13.2.3.2).
  return encoding?.startsWith('utf-16') ? 'utf-8' : encoding
}
