// Reads the output of a test run and prints how many tests passed and failed: «12 0».
import { readFileSync } from 'node:fs'

const output = readFileSync(process.argv[2], 'utf8').replace(/\u001b\[[\d;]*m/g, '')
let passed = 0
let failed = 0
for (const line of output.split('\n')) {
  const vitest = /^\s*Tests\s+(?:(\d+) failed)?[ |]*(?:(\d+) passed)?/.exec(line)
  const plain = /^(\d+) passed, (\d+) failed/.exec(line)
  if (vitest) {
    failed += Number(vitest[1] ?? 0)
    passed += Number(vitest[2] ?? 0)
  } else if (plain) {
    passed += Number(plain[1])
    failed += Number(plain[2])
  }
}
console.log(`${passed} ${failed}`)
