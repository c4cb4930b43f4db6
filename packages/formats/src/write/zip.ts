import { strToU8, type Zippable, zipSync } from 'fflate'

/** The earliest time that ZIP knows: the same files make the same bytes on any day. */
const TIME = new Date(1980, 0, 1)

/** Files of text as a ZIP archive, in the order given; those named in `stored` are left uncompressed. */
export function zip(files: Readonly<Record<string, string>>, stored: readonly string[] = []): Uint8Array {
  const entries: Zippable = {}
  for (const [name, text] of Object.entries(files)) {
    entries[name] = [strToU8(text), { level: stored.includes(name) ? 0 : 6, mtime: TIME }]
  }
  return zipSync(entries)
}
