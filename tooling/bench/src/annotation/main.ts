import type { MarkedSentence } from './marks.ts'
import { f1, precision, recall, scoreSentences } from './score.ts'
import { HELD_OUT, readHeldOut, readSentences } from './sentences.ts'

/**
 * Precision, recall and F1 of every annotator on the marked sentences, those set aside apart:
 *
 *     pnpm --filter @speeches/bench annotation [--errors]
 */
print('to develop with', readSentences())
for (const folder of HELD_OUT) print(`set aside in ${folder}`, readHeldOut(folder))

function print(title: string, sentences: readonly MarkedSentence[]): void {
  const empty = sentences.filter(({ marks }) => marks.length === 0).length
  console.log(`${sentences.length} sentences ${title}, ${empty} with nothing to annotate\n`)
  console.log('| annotator | marks | precision | recall | F1 |\n| --- | ---: | ---: | ---: | ---: |')
  for (const [name, score] of scoreSentences(sentences)) {
    const figures = [precision(score), recall(score), f1(score)].map((figure) => figure.toFixed(3))
    console.log(`| ${name} | ${score.right + score.missed.length} | ${figures.join(' | ')} |`)
    if (!process.argv.includes('--errors')) continue
    for (const extra of score.extra) console.error(`  extra  ${extra}`)
    for (const missed of score.missed) console.error(`  missed ${missed}`)
  }
  console.log('')
}
