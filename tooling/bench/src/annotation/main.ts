import { f1, precision, recall, scoreSentences } from './score.ts'
import { readSentences } from './sentences.ts'

/**
 * Precision, recall and F1 of every annotator on the marked sentences:
 *
 *     node --conditions=@speeches/source tooling/bench/src/annotation/main.ts [--errors]
 */
const sentences = readSentences()
const empty = sentences.filter(({ marks }) => marks.length === 0).length
console.log(`${sentences.length} sentences, ${empty} with nothing to annotate\n`)
console.log('| annotator | marks | precision | recall | F1 |\n| --- | ---: | ---: | ---: | ---: |')
for (const [name, score] of scoreSentences(sentences)) {
  const figures = [precision(score), recall(score), f1(score)].map((figure) => figure.toFixed(3))
  console.log(`| ${name} | ${score.right + score.missed.length} | ${figures.join(' | ')} |`)
  if (!process.argv.includes('--errors')) continue
  for (const extra of score.extra) console.error(`  extra  ${extra}`)
  for (const missed of score.missed) console.error(`  missed ${missed}`)
}
