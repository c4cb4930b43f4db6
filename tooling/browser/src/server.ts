import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname } from 'node:path'
import type { Folders } from './made.ts'

const TYPES: Record<string, string> = {
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.json': 'application/json',
}

/** Serves folders on the loopback interface, each below its name, and an empty page at the root. */
export async function serve(folders: Folders): Promise<{ origin: string; close: () => void }> {
  const server = createServer(async ({ url = '/' }, response) => {
    if (url === '/') {
      response.setHeader('content-type', 'text/html').end('<!doctype html><title>Empty</title>')
      return
    }
    const [, folder, file] = /^\/(parser|programs|made)\/([\w.-]+)$/.exec(url) ?? []
    try {
      const bytes = await readFile(new URL(file as string, folders[folder as keyof Folders]))
      response.setHeader('content-type', TYPES[extname(url)] ?? 'application/octet-stream').end(bytes)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { origin: `http://127.0.0.1:${port}`, close: () => server.close() }
}
