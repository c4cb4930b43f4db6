// A process of its own, for whatever Node it is run with: PARSER CP936 PAGES → the digests, as JSON.
import { readFileSync } from 'node:fs'
import { digestAll } from './digests.mjs'

const [parser, cp936, pages] = process.argv.slice(2)
console.log(JSON.stringify(await digestAll(parser, cp936, JSON.parse(readFileSync(new URL(pages), 'utf8')))))
