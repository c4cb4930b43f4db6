// Runs in an empty folder where the tarballs were installed: uses every entry once, as a reader of the README would.
import assert from 'node:assert/strict'
import { formats, readTree, stream, write } from '@speeches/formats'
import { parse, restore, undo } from '@speeches/parser'
import { lexicon } from '@speeches/parser/lexicon'
import { catalogue } from '@speeches/parser/messages'
import { parseResult, toJsonSchema } from '@speeches/parser/schema'
import { convert } from '@speeches/parser/script'
import { speechesParse, speechesStringify } from '@speeches/parser/unified'
import { unified } from 'unified'

const page =
  '青禾鎮(zhèn)工會講話篇一\n同志們:\n全鎮(zhèn)的企業(yè)都來了,企業(yè)家也來了,鎮(zhèn)(zhèn)上的業(yè)主代表都在。\n謝謝大家!\n青禾鎮(zhèn)工會講話篇二\n同志們:\n散會。'
const { text, edits } = restore(page, { lexicon })
assert.ok(text.includes('全鎮的企業都來了'), text)
assert.equal(undo(text, edits), page)

const result = parse(page)
assert.equal(parseResult.safeParse(result).success, true)
assert.equal(result.collection.children.filter(({ type }) => type === 'item').length, 2)
assert.equal(typeof toJsonSchema(), 'object')
assert.equal(catalogue.elision.severity, 'info')

const pieces = []
for await (const piece of stream(await convert(result, { to: 'simplified' }), 'text')) pieces.push(piece)
assert.ok(pieces.join('').includes('全镇的企业都来了'), pieces.join(''))

for (const name of Object.keys(formats)) assert.ok((await write(result, name)).length > 0, name)
for (const name of ['json', 'tei', 'markdown']) {
  assert.ok(await readTree(await write(result, name, { tree: true }), name), name)
}

const file = await unified().use(speechesParse).use(speechesStringify).process(page)
assert.ok(String(file).includes('全鎮的企業都來了'), String(file))
console.log('well')
