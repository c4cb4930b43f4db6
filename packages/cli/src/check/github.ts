import type { Message } from '@speeches/parser'
import { type Level, levelOf } from './severity.ts'

const COMMANDS: Record<Level, string> = { error: 'error', warning: 'warning', info: 'notice' }

/**
 * A message as a workflow command, which GitHub shows beside the line
 * (https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands).
 *
 *     ::warning file=page.txt,line=5,col=1,endLine=5,endColumn=3,title=numbering-gap::“三、” follows “一、”
 */
export function githubLine(file: string, message: Message): string {
  const { place, reason, ruleId } = message
  const properties = {
    file,
    ...(place && {
      line: place.start.line,
      col: place.start.column,
      endLine: place.end.line,
      endColumn: place.end.column,
    }),
    title: ruleId,
  }
  const written = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
  return `::${COMMANDS[levelOf(message)]} ${written.join(',')}::${escapeData(reason)}\n`
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
