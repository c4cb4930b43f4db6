import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'

/** Data as JSON, packed. */
export function pack(data: unknown): Uint8Array {
  return packBytes(new TextEncoder().encode(JSON.stringify(data)))
}

export function unpack<Data>(packed: Uint8Array): Data {
  return JSON.parse(new TextDecoder().decode(unpackBytes(packed)))
}

export function packBytes(bytes: Uint8Array): Uint8Array {
  return zstdCompressSync(bytes)
}

export function unpackBytes(packed: Uint8Array): Uint8Array {
  const { buffer, byteOffset, length } = zstdDecompressSync(packed)
  return new Uint8Array(buffer, byteOffset, length)
}
