import { zlibSync } from 'fflate'

/** Text on a page; lengths in points, the origin at the lower left. */
export interface Print {
  text: string
  x: number
  y: number
  size?: number
  /** In degrees. */
  slant?: number
}

/** How a file is made. */
export interface PdfOptions {
  /** The map and the collection by which its fonts name characters, in place of one of their own. */
  named?: { map: string; collection: string; encode(text: string): Uint8Array }
  /** The document information: `/Title (…)`. */
  info?: string
  /** What the content of the first page is packed as, in place of itself. */
  content?: Uint8Array
  /** Added to the trailer. */
  trailer?: string
}

const PAGE = '[0 0 595 842]'

/** The bytes of a PDF that prints texts on pages, in a font with hanzi as wide as high and all else half as wide. */
export function makePdf(pages: readonly (readonly Print[])[], options: PdfOptions = {}): Uint8Array {
  const { named, info = '', content, trailer = '' } = options
  const objects: (string | Uint8Array)[] = []
  const add = (object: string | Uint8Array) => objects.push(object)
  const kids = pages.map((_, index) => `${7 + index * 2} 0 R`)
  add('<< /Type /Catalog /Pages 2 0 R >>')
  add(`<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${pages.length} >>`)
  const unicode = named ? '' : '/ToUnicode 6 0 R'
  add(
    `<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /${named?.map ?? 'Identity-H'} /DescendantFonts [4 0 R] ${unicode} >>`,
  )
  add(
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) /Ordering (${named?.collection ?? 'Identity'}) /Supplement 0 >> /DW 1000 /W [0 1023 500] /FontDescriptor 5 0 R >>`,
  )
  add(
    '<< /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>',
  )
  add(stream(latin1(TO_UNICODE)))
  for (const [index, prints] of pages.entries()) {
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox ${PAGE} /Contents ${8 + index * 2} 0 R /Resources << /Font << /F 3 0 R >> >> >>`,
    )
    add(
      index === 0 && content
        ? stream(content, '/Filter /FlateDecode')
        : stream(latin1(prints.map((print) => draw(print, named?.encode ?? utf16)).join('\n'))),
    )
  }
  if (info !== '') add(`<< ${info} >>`)
  return assemble(objects, `${info === '' ? '' : `/Info ${objects.length} 0 R`} ${trailer}`)
}

/** Lines of one text after another from the top of a page, as a layout program sets them. */
export function layOut(lines: readonly string[], { x = 80, top = 760, pitch = 28, size = 16 } = {}): Print[] {
  return lines.flatMap((text, index) => (text === '' ? [] : [{ text, x, y: top - index * pitch, size }]))
}

/** Data packed as a stream's is. */
export const deflate = (bytes: Uint8Array): Uint8Array => zlibSync(bytes)

function draw({ text, x, y, size = 12, slant = 0 }: Print, encode: (text: string) => Uint8Array): string {
  const [cos, sin] = [Math.cos((slant * Math.PI) / 180), Math.sin((slant * Math.PI) / 180)]
  const matrix = [cos, sin, -sin, cos].map((value) => value.toFixed(4)).join(' ')
  const codes = Array.from(encode(text), (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `BT /F ${size} Tf ${matrix} ${x} ${y} Tm <${codes}> Tj ET`
}

/** UTF-16, the higher byte first. */
const utf16 = (text: string) =>
  Uint8Array.from([...text].flatMap((char) => [char.charCodeAt(0) >> 8, char.charCodeAt(0) & 0xff]))

const hex = (code: number) => code.toString(16).padStart(4, '0')
const latin1 = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0))

/** Every code is its own character. */
const TO_UNICODE = [
  '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def',
  '1 begincodespacerange <0000> <ffff> endcodespacerange',
  ...[0, 64, 128, 192].map((first) => {
    const rows = Array.from({ length: 64 }, (_, index) => (first + index) * 256)
    return `64 beginbfrange\n${rows.map((code) => `<${hex(code)}> <${hex(code + 255)}> <${hex(code)}>`).join('\n')}\nendbfrange`
  }),
  'endcmap end end',
].join('\n')

function stream(data: Uint8Array, entries = ''): Uint8Array {
  return concat([latin1(`<< /Length ${data.length} ${entries} >>\nstream\n`), data, latin1('\nendstream')])
}

function assemble(objects: readonly (string | Uint8Array)[], trailer: string): Uint8Array {
  const parts: Uint8Array[] = [latin1('%PDF-1.7\n')]
  const places: number[] = []
  let length = 9
  const add = (part: Uint8Array) => {
    parts.push(part)
    length += part.length
  }
  for (const [index, object] of objects.entries()) {
    places.push(length)
    add(latin1(`${index + 1} 0 obj\n`))
    add(typeof object === 'string' ? latin1(object) : object)
    add(latin1('\nendobj\n'))
  }
  const table = length
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`)
  add(latin1(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows.join('')}`))
  add(latin1(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${table}\n%%EOF\n`))
  return concat(parts)
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
