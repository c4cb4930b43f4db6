import { decodeBig5 } from '../text/big5/decode.ts'

/**
 * PDFs of the 2000s name characters by GBK or Big5 codes, or by Unicode, through character maps that every viewer has
 * (ISO 32000-1, 9.7.5.2): GBK-EUC-H leads from GBK to the glyphs of Adobe's collection, Adobe-GB1-UCS2 from there to
 * Unicode. For reading, the glyphs do not matter: these maps lead to Unicode at once, and the second changes nothing.
 */

type Pair = readonly [code: number, character: number]

/** How the names of the maps begin, and what their codes are. */
const MAPS: readonly [pattern: RegExp, pairs: () => Pair[]][] = [
  [/^GB[A-Za-z0-9]*-?[A-Z0-9]*-[HV]$/, () => decodedPairs((bytes) => new TextDecoder('gbk').decode(bytes))],
  [/^(?:ETen|ETenms|HKscs)-B5-[HV]$|^B5pc-[HV]$/, () => decodedPairs(decodeBig5)],
  [/^Uni(?:GB|CNS|JIS)-(?:UCS2|UTF16)-[HV]$/, unicodePairs],
]
const TO_UNICODE = /^Adobe-(?:GB1|CNS1|Japan1)-UCS2$/

/** The maps for one file, and whether they were enough for it. */
export interface CharacterMaps {
  /** What the library asks for what it does not hold itself. It gets what is made here and nothing else. */
  Factory: new () => { fetch(asked: { kind: string; filename: string }): Promise<Uint8Array> }
  /**
   * Whether there are fonts whose characters stay unknown: they ask for another map, or name glyphs of the collection
   * without a map that leads to them.
   */
  areMissing(): boolean
}

export function createCharacterMaps(): CharacterMaps {
  let isAnyMade = false
  let isAnyMissing = false
  class Factory {
    fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
      const map = kind === 'cMapUrl' && (isAnyMade || !TO_UNICODE.test(filename)) ? makeMap(filename) : undefined
      if (map) isAnyMade = true
      else if (kind === 'cMapUrl') isAnyMissing = true
      return map ? Promise.resolve(map) : Promise.reject(new Error(`There is no ${filename}.`))
    }
  }
  return { Factory, areMissing: () => isAnyMissing }
}

function makeMap(name: string): Uint8Array | undefined {
  if (TO_UNICODE.test(name)) return toUnicode()
  const pairs = MAPS.find(([pattern]) => pattern.test(name))?.[1]
  return pairs && fromCodes(pairs(), name.endsWith('-V'))
}

/** The codes of one byte, then those of two, and what they mean. */
function decodedPairs(decode: (bytes: Uint8Array) => string): Pair[] {
  const pairs: Pair[] = range(0x20, 0x7e).map((code) => [code, code])
  for (const lead of range(0x81, 0xfe)) {
    for (const trail of range(0x40, 0xfe)) {
      const text = decode(new Uint8Array([lead, trail]))
      if (text.length === 1 && text !== '\ufffd') pairs.push([lead * 256 + trail, text.charCodeAt(0)])
    }
  }
  return pairs
}

function unicodePairs(): Pair[] {
  return range(0x20, 0xffff).map((code) => [code, code])
}

/** A map in the language of PostScript (Adobe Technical Note 5014). */
function fromCodes(pairs: readonly Pair[], isVertical: boolean): Uint8Array {
  const isTwoBytes = (pairs[0]?.[0] ?? 0) === 0x20 && pairs.some(([code]) => code > 0xff && code < 0x8140)
  const spaces = isTwoBytes ? '1 begincodespacerange <0000> <ffff>' : '2 begincodespacerange <00> <80> <8140> <fefe>'
  const width = (code: number) => (isTwoBytes || code > 0xff ? 4 : 2)
  const rows = pairs.map(([code, character]) => `<${hex(code, width(code))}> ${character}`)
  return toBytes([`/WMode ${isVertical ? 1 : 0} def`, spaces, 'endcodespacerange', ...blocks(rows, 'cidchar')])
}

function toUnicode(): Uint8Array {
  const rows = range(0, 255).map(
    (high) => `<${hex(high * 256, 4)}> <${hex(high * 256 + 255, 4)}> <${hex(high * 256, 4)}>`,
  )
  return toBytes(['1 begincodespacerange <0000> <ffff> endcodespacerange', ...blocks(rows, 'bfrange')])
}

/** Rows, as many as the language allows at once. */
function blocks(rows: readonly string[], kind: string): string[] {
  const all: string[] = []
  for (let at = 0; at < rows.length; at += 100) {
    const some = rows.slice(at, at + 100)
    all.push(`${some.length} begin${kind}`, ...some, `end${kind}`)
  }
  return all
}

function toBytes(lines: readonly string[]): Uint8Array {
  return new TextEncoder().encode(['begincmap', ...lines, 'endcmap'].join('\n'))
}

function hex(code: number, digits: number): string {
  return code.toString(16).padStart(digits, '0')
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}
