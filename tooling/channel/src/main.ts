import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { damagePage } from './damage-page.ts'
import { type GlossFamily, glossFamilies } from './gloss-sets.ts'

const HELP = `damage [FILE] — writes what a glossing site would make of a clean text

  --glosses FAMILY   ${glossFamilies.join(', ')} (founding)
  --seed NUMBER      decides random choices (0)
  --missed SHARE     the share of cuts that do not happen, 0 to 1 (0)
  --spans            print { page, truth, spans } as JSON
`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    glosses: { type: 'string', default: 'founding' },
    seed: { type: 'string', default: '0' },
    missed: { type: 'string', default: '0' },
    spans: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

if (values.help) {
  process.stdout.write(HELP)
} else if (!glossFamilies.includes(values.glosses as GlossFamily)) {
  process.stderr.write(`No gloss set is called ${values.glosses}: choose ${glossFamilies.join(', ')}.\n`)
  process.exitCode = 2
} else {
  const clean = readFileSync(positionals[0] ?? 0, 'utf8')
  const damaged = damagePage(clean, {
    glosses: values.glosses as GlossFamily,
    seed: Number(values.seed),
    missedCuts: Number(values.missed),
  })
  process.stdout.write(values.spans ? `${JSON.stringify(damaged, null, 2)}\n` : damaged.page)
}
