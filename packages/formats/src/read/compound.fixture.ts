const SECTOR = 512
const END = 0xfffffffe
const FREE = 0xffffffff
const FAT = 0xfffffffd
/** Streams are padded to this size, so that none lies in the mini stream. */
const SMALLEST = 4096

/** The bytes of a compound file ([MS-CFB]) with these streams. */
export function makeCompound(streams: Record<string, Uint8Array>): Uint8Array {
  const names = Object.keys(streams)
  const directorySectors = Math.ceil((names.length + 1) / 4)
  const sizes = names.map((name) => Math.max((streams[name] as Uint8Array).length, SMALLEST))
  const counts = sizes.map((size) => Math.ceil(size / SECTOR))
  const dataSectors = directorySectors + counts.reduce((sum, count) => sum + count, 0)
  const fatSectors = Math.ceil((dataSectors + 8) / (SECTOR / 4 - 1))
  const bytes = new Uint8Array((1 + fatSectors + dataSectors) * SECTOR)
  const view = new DataView(bytes.buffer)
  const u16 = (at: number, value: number) => view.setUint16(at, value, true)
  const u32 = (at: number, value: number) => view.setUint32(at, value, true)

  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  for (const [at, value] of [
    [24, 0x3e],
    [26, 3],
    [28, 0xfffe],
    [30, 9],
    [32, 6],
  ] as const) {
    u16(at, value)
  }
  u32(44, fatSectors)
  u32(48, fatSectors)
  u32(56, SMALLEST)
  u32(60, END)
  u32(68, END)
  for (let index = 0; index < 109; index++) u32(76 + index * 4, index < fatSectors ? index : FREE)

  const link = (sector: number, next: number) => u32(SECTOR + sector * 4, next)
  for (let sector = 0; sector < (fatSectors * SECTOR) / 4; sector++) link(sector, FREE)
  for (let sector = 0; sector < fatSectors; sector++) link(sector, FAT)
  let next = fatSectors
  const chain = (count: number) => {
    const first = next
    for (let index = 0; index < count; index++, next++) link(next, index + 1 < count ? next + 1 : END)
    return first
  }
  const directory = (chain(directorySectors) + 1) * SECTOR
  const entry = (index: number, name: string, type: number, start: number, size: number) => {
    const at = directory + index * 128
    for (let char = 0; char < name.length; char++) u16(at + char * 2, name.charCodeAt(char))
    u16(at + 64, name.length * 2 + 2)
    bytes[at + 66] = type
    u32(at + 68, FREE)
    u32(at + 72, index > 0 && index < names.length ? index + 1 : FREE)
    u32(at + 76, index === 0 && names.length > 0 ? 1 : FREE)
    u32(at + 116, start)
    u32(at + 120, size)
  }
  entry(0, 'Root Entry', 5, END, 0)
  for (const [index, name] of names.entries()) {
    const start = chain(counts[index] as number)
    bytes.set(streams[name] as Uint8Array, (start + 1) * SECTOR)
    entry(index + 1, name, 2, start, sizes[index] as number)
  }
  return bytes
}
