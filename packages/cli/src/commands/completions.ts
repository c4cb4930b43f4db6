import type { Command } from 'commander'
import { bashCompletions } from '../describe/bash.ts'
import { fishCompletions } from '../describe/fish.ts'
import { wordsOf } from '../describe/words.ts'
import { zshCompletions } from '../describe/zsh.ts'
import { print } from '../output.ts'

const SHELLS = { bash: bashCompletions, zsh: zshCompletions, fish: fishCompletions }

/** `speeches completions bash`: what makes a shell complete the words of the command. */
export async function runCompletions(program: Command, shell: keyof typeof SHELLS): Promise<void> {
  await print([SHELLS[shell](wordsOf(program))])
}
