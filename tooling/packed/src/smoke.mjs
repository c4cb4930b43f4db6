// Runs in an empty folder where the tarballs were installed: uses every entry once, as a reader of the README would.
import assert from 'node:assert/strict'
import { parse, restore, undo } from '@speeches/parser'
import { parseResult, toJsonSchema } from '@speeches/parser/schema'

const page =
  '青禾鎮(zhèn)工會講話篇一\n同志們:\n全鎮(zhèn)的企業(yè)都來了,企業(yè)家也來了,鎮(zhèn)(zhèn)上的業(yè)主代表都在。\n謝謝大家!\n青禾鎮(zhèn)工會講話篇二\n同志們:\n散會。'
const { text, edits } = restore(page)
assert.ok(text.includes('全鎮的企業都來了'), text)
assert.equal(undo(text, edits), page)

const result = parse(page)
assert.equal(parseResult.safeParse(result).success, true)
assert.equal(result.collection.children.filter(({ type }) => type === 'item').length, 2)
assert.equal(typeof toJsonSchema(), 'object')
console.log('well')
