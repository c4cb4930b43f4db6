import { readFileSync, readdirSync } from 'node:fs'
import { parse } from '@speeches/core'
const D = '/work/main/tooling/fixtures/clean/'
const clean = readdirSync(D).filter((n) => n.endsWith('.txt')).map((n) => readFileSync(D + n, 'utf8')).join('\n\n')
const docs = [['founding', readFileSync('/work/shared/corpus/founding.txt', 'utf8')], ['clean', clean]]
for (const [name, doc] of docs) {
  const t = (o) => { const a = process.cpuUsage(); for (let i = 0; i < 8; i++) parse(doc, o); const b = process.cpuUsage(a); return (b.user + b.system) / 8000 }
  const opts = [{ annotate: false, check: false }, { check: false }, { annotate: false }, {}]
  const best = opts.map(() => Infinity)
  for (let r = 0; r < 8; r++) opts.forEach((o, i) => { best[i] = Math.min(best[i], t(o)) })
  console.log(name, doc.length, best.map((x) => x.toFixed(2)).join(' '), 'both/structure', ((best[3] - best[0]) / best[0]).toFixed(2), 'annotate', ((best[1] - best[0]) / best[0]).toFixed(2))
}
