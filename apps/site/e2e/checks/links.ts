import { parse } from 'parse5'
import { expect } from '../report.ts'
import type { Scene } from '../scene.ts'

/** Follows every link of the site, and looks for every fragment on its page. Every page on the way must be well-formed HTML. */
export async function checkLinks({ context, origin, report }: Scene): Promise<void> {
  let malformed: string[] = []
  await report.check('every link inside the site resolves', async () => {
    const seen = new Map<string, string>()
    const queue = ['/', '/hant', '/en', '/nothing-here']
    const broken: string[] = []
    malformed = []
    const fragments: { from: string; page: string; id: string }[] = []
    for (let address = queue.shift(); address !== undefined; address = queue.shift()) {
      if (seen.has(address)) continue
      const answer = await context.request.get(address)
      const isPage = (answer.headers()['content-type'] ?? '').startsWith('text/html')
      const html = isPage ? await answer.text() : ''
      seen.set(address, html)
      malformed.push(...faultsOf(html).map((fault) => `${address}: ${fault}`))
      if (answer.status() !== (address === '/nothing-here' ? 404 : 200)) broken.push(`${answer.status()} ${address}`)
      for (const [, raw = ''] of html.matchAll(/<(?:a|link)\b[^>]*?\shref="([^"]*)"/g)) {
        const target = new URL(raw.replaceAll('&amp;', '&'), origin + address)
        if (target.origin !== origin) continue
        const path = target.pathname + target.search
        if (target.hash) fragments.push({ from: address, page: path, id: decodeURIComponent(target.hash.slice(1)) })
        queue.push(path)
      }
    }
    for (const { from, page, id } of fragments) {
      if (!seen.get(page)?.includes(`id="${id}"`)) broken.push(`${from} → ${page}#${id}`)
    }
    expect(broken.length === 0, [...new Set(broken)].slice(0, 20).join('\n'))
    return `${seen.size} addresses, ${fragments.length} fragments`
  })
  await report.check('HTML is well-formed, and no id stands twice', async () => {
    expect(malformed.length === 0, malformed.slice(0, 20).join('\n'))
  })
}

/** What the HTML parser has to complain about, and ids that stand twice. */
function faultsOf(html: string): string[] {
  if (html === '') return []
  const faults: string[] = []
  parse(html, {
    sourceCodeLocationInfo: true,
    onParseError: ({ code, startLine }) => faults.push(`${code} in line ${startLine}`),
  })
  const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id ?? '')
  return faults.concat([...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))].map((id) => `id ${id} twice`))
}
