// Reads the output of a test run and prints how many tests passed and failed: «12 0».
import { readFileSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'

const output = stripVTControlCharacters(readFileSync(process.argv[2], 'utf8'))
let passed = 0
let failed = 0
for (const line of output.split('\n')) {
  const vitest = /^\s*Tests\s+(?:(\d+) failed)?[ |]*(?:(\d+) passed)?/.exec(line)
  const plain = /^(\d+) passed, (\d+) failed/.exec(line)
  const counts = vitest ? [vitest[2], vitest[1]] : plain ? [plain[1], plain[2]] : [0, 0]
  passed += Number(counts[0] ?? 0)
  failed += Number(counts[1] ?? 0)
}
console.log(`${passed} ${failed}`)
