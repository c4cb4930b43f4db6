import type { Message } from '@speeches/parser'
import type { Page } from '../input.ts'
import type { Frame, Paint } from '../output.ts'
import { githubLine } from './github.ts'
import { prettyMessages } from './pretty.ts'
import { sarifFrame, toResult } from './sarif.ts'

/** A way to write the messages of pages. */
interface CheckFormat {
  /** What stands around and between the pages that have messages. */
  frame(): Frame
  /** The messages of one page. */
  write(page: Page, messages: readonly Message[], paint: Paint): Iterable<string>
}

const PLAIN: Frame = { open: '', between: '', close: '' }

/** How `speeches check` can write what it found. */
export const checkFormats = {
  pretty: { frame: () => PLAIN, write: prettyMessages },
  json: {
    frame: () => ({ open: '[\n', between: ',\n', close: '\n]\n' }),
    write: ({ name }, messages) => [messages.map((message) => JSON.stringify({ file: name, ...message })).join(',\n')],
  },
  sarif: {
    frame: () => ({ between: ',\n', ...sarifFrame() }),
    write: ({ path }, messages) => [messages.map((message) => JSON.stringify(toResult(path, message))).join(',\n')],
  },
  github: {
    frame: () => PLAIN,
    write: ({ name }, messages) => messages.map((message) => githubLine(name, message)),
  },
} satisfies Record<string, CheckFormat>

export type CheckFormatName = keyof typeof checkFormats
