import { fold as foldCharacters } from '@speeches/core'
import { rare } from '../generated/characters.ts'

/** A unit that has to be looked at as a whole character: half of one, or one whose folded form has another length. */
const LOOK = 0xffff

interface Tables {
  /** What a UTF-16 code unit is folded to. */
  units: Uint16Array
  /** The same for characters that `units` leaves open. */
  characters: Map<string, string>
}

let tables: Tables | undefined

function foldTables(): Tables {
  if (tables) return tables
  const units = Uint16Array.from({ length: 0x10000 }, (_, code) => foldUnit(code))
  const characters = new Map<string, string>()
  const pairs = [...rare]
  for (let i = 0; i < pairs.length; i += 2) characters.set(pairs[i] as string, pairs[i + 1] as string)
  for (let code = 0xf900; code <= 0xfaff; code++) addCompatible(code)
  for (let code = 0x2f800; code <= 0x2fa1f; code++) addCompatible(code)
  for (const character of characters.keys()) if (character.length === 1) units[character.charCodeAt(0)] = LOOK
  tables = { units, characters }
  return tables

  /** 﨑 and the like are second copies of characters that stand elsewhere: Unicode normalizes them away. */
  function addCompatible(code: number): void {
    const character = String.fromCodePoint(code)
    const usual = character.normalize('NFC')
    if (usual === character) return
    const unit = usual.length === 1 ? foldUnit(usual.charCodeAt(0)) : LOOK
    characters.set(character, characters.get(usual) ?? (unit === LOOK ? usual : String.fromCharCode(unit)))
  }
}

function foldUnit(code: number): number {
  if (code >= 0xd800 && code <= 0xdfff) return LOOK
  const character = String.fromCharCode(code)
  if (isWideLetter(code) || (/\p{Script=Han}/u.test(character) && character !== '〇')) {
    return foldCharacters(character).toLowerCase().charCodeAt(0)
  }
  return code >= 0x41 && code <= 0x5a ? code + 0x20 : code
}

/** Ａ ａ ０, but no mark: a comma that was looked for is no ，. */
function isWideLetter(code: number): boolean {
  return (code >= 0xff10 && code <= 0xff19) || (code >= 0xff21 && code <= 0xff3a) || (code >= 0xff41 && code <= 0xff5a)
}

const CHUNK = 4096

/**
 * Text as it is searched: traditional characters simplified one by one as OpenCC does, Latin letters in lower case,
 * wide letters and figures narrow; marks and blanks as they stand. One character becomes one character; nearly always
 * of the same length in code units.
 */
export function foldText(text: string): string {
  const { units } = foldTables()
  const codes: number[] = []
  let folded = ''
  for (let from = 0; from < text.length; from += CHUNK) {
    const end = Math.min(text.length, from + CHUNK)
    codes.length = end - from
    for (let at = from; at < end; at++) {
      const code = units[text.charCodeAt(at)] as number
      if (code === LOOK) return folded + foldByCharacter(text.slice(from))
      codes[at - from] = code
    }
    folded += String.fromCharCode.apply(null, codes)
  }
  return folded
}

function foldByCharacter(text: string): string {
  const { units, characters } = foldTables()
  const folded: string[] = []
  for (const character of text) {
    const code = units[character.charCodeAt(0)] as number
    folded.push(code === LOOK ? (characters.get(character) ?? character) : String.fromCharCode(code))
  }
  return folded.join('')
}
