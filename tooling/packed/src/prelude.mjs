// What the examples of the READMEs take as given: a page, its bytes, and what came of parsing it.
import { readFileSync } from 'node:fs'
import { parse } from '@speeches/parser'

globalThis.bytes = readFileSync('page.txt')
globalThis.page = readFileSync('page.txt', 'utf8')
globalThis.result = parse(globalThis.page)
