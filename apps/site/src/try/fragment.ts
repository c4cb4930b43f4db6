/** The most that a link may hold, in characters: what browsers, chats and mail carry unharmed. */
export const LONGEST_FRAGMENT = 16_000

/** A page as the fragment of a link: deflated, in base64 for addresses. */
export async function toFragment(text: string): Promise<string> {
  const bytes = await through(new TextEncoder().encode(text), new CompressionStream('deflate-raw'))
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return `page=${btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`
}

/** The page that a fragment holds; undefined where it holds none that can be read. */
export async function fromFragment(fragment: string): Promise<string | undefined> {
  const packed = /^#?page=([\w-]+)$/.exec(fragment)?.[1]
  if (!packed || packed.length > LONGEST_FRAGMENT) return undefined
  try {
    const binary = atob(packed.replaceAll('-', '+').replaceAll('_', '/'))
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0))
    return new TextDecoder().decode(await through(bytes, new DecompressionStream('deflate-raw')))
  } catch {
    return undefined
  }
}

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array> {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer())
}
