/**
 * A set of characters of the Basic Multilingual Plane, asked by UTF-16 code unit: `chars.includes(text[at])` makes
 * a string for every unit it looks at, this makes none.
 */
export function codeSet(chars: string): (code: number) => boolean {
  const held = new Uint8Array(0x10000)
  for (let i = 0; i < chars.length; i++) held[chars.charCodeAt(i)] = 1
  return (code) => held[code] === 1
}
