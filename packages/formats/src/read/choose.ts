/** How HTML pages begin, behind blanks and comments. */
const HTML_START =
  /^\s*(?:<!doctype\s+html|<(?:html|head|body|meta|title|link|script|style|p|div|br|h[1-6]|table|ul|ol|section|article|main|header|nav|center|font|span)[\s/>])/i

/** How far to look, in bytes. */
const LOOKED_AT = 4096

/** Which reader is right for a file, by its content and then by its name. */
export function chooseReader(bytes: Uint8Array, name = ''): 'html' | 'text' {
  return /\.(?:html?|xhtml)$/i.test(name) || looksLikeHtml(bytes) ? 'html' : 'text'
}

function looksLikeHtml(bytes: Uint8Array): boolean {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, LOOKED_AT))
  const plain = start
    .replaceAll('\0', '')
    .replace(/^(?:ï»¿|ÿþ|þÿ)/, '')
    .replace(/^\s*<\?xml[^>]*>/, '')
    .replace(/^(?:\s*<!--.*?-->)+/s, '')
  return HTML_START.test(plain)
}
