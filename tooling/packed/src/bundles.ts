import { runInNewContext } from 'node:vm'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { check } from './checks.ts'

/** A program that someone would bundle for a browser, and the most bytes that it may have gzipped. */
interface Bundle {
  code: string
  budget: number
}

const BUNDLES = {
  restore: { code: "export { restore } from '@speeches/parser'", budget: 250_000 },
  parse: { code: "export { parse } from '@speeches/parser'", budget: 320_000 },
  undo: { code: "export { undo } from '@speeches/parser'", budget: 1_000 },
  messages: { code: "export { catalogue } from '@speeches/parser/messages'", budget: 8_000 },
} satisfies Record<string, Bundle>

/** The kinds of node that only the parser makes. */
const MADE_BY_PARSING = ['salutation', 'relatedLink']

const PAGE = '青禾鎮(zhèn)工會講話篇一\\n同志們:\\n鎮(zhèn)(zhèn)上的業(yè)主代表都在。\\n謝謝大家!'

/** Bundles the installed parser as an application for browsers would, and looks at what comes of it. */
export async function checkBundles(project: string): Promise<void> {
  const sizes: Record<string, number> = {}
  for (const [name, { code, budget }] of Object.entries(BUNDLES)) {
    await check(`${name}: a bundle for browsers is within its budget`, async () => {
      const size = gzipSync(await bundle(code, project)).length
      sizes[name] = size
      console.log(`  ${name}: ${(size / 1000).toFixed(1)} kB gzipped, of ${budget / 1000} kB`)
      if (size > budget) throw new Error(`${size} bytes, budget ${budget}`)
    })
  }
  await check('restore alone does not pull the parser', async () => {
    const made = (code: string) => MADE_BY_PARSING.filter((type) => new RegExp(`type:["'\`]${type}["'\`]`).test(code))
    const without = made(await bundle(BUNDLES.restore.code, project))
    const withParser = made(await bundle(BUNDLES.parse.code, project))
    if (without.length > 0) throw new Error(`restore pulls what makes ${without.join(', ')}`)
    if (withParser.length < MADE_BY_PARSING.length) throw new Error(`parse is known by ${withParser.join(', ')} alone`)
    if ((sizes.restore ?? 0) >= (sizes.parse ?? 0)) throw new Error('restore is no smaller than parse')
  })
  await check('the parser runs where there is nothing but the language and its text coders', async () => {
    const code = `import { parse, restore, undo } from '@speeches/parser'
      const page = '${PAGE}'
      const { text, edits } = restore(page)
      globalThis.said = [text, undo(text, edits) === page, parse(page).collection.children.length]`
    const context: { said?: unknown[] } & Record<string, unknown> = { TextDecoder, TextEncoder }
    runInNewContext(await bundle(code, project), context)
    const [text, isUndone, children] = context.said ?? []
    if (!String(text).includes('鎮上的業主代表都在。') || isUndone !== true || !children) {
      throw new Error(JSON.stringify(context.said))
    }
  })
}

async function bundle(code: string, project: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: project },
    bundle: true,
    charset: 'utf8',
    format: code.startsWith('export') ? 'esm' : 'iife',
    logLevel: 'silent',
    minify: true,
    platform: 'browser',
    write: false,
  })
  return outputFiles[0]?.text ?? ''
}
