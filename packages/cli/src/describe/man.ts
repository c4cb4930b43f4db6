import type { Command } from 'commander'
import { wordsOf } from './words.ts'

/** What the command answers, and why. */
const EXITS: Record<string, string> = {
  '0': 'well',
  '1': 'check found an error',
  '2': 'an input or the arguments cannot be used; a line each says why. Other pages were done.',
  '70': 'a fault of the program',
  '130': 'interrupted; --resume goes on from there',
}

/** What people do most, and what for. */
const EXAMPLES: Record<string, string> = {
  'speeches parse page.html --to outline': 'what a page holds, at a glance',
  'speeches convert page.docx page.md': 'the format is in the name',
  'speeches parse pages/ -o out/ --to tei --resume': 'a folder, file by file; goes on where a run was cut off',
  'speeches parse "pages/**/*.txt" -o all.parquet': 'many pages, one file',
  'speeches check page.txt --ignore elision': 'what an editor should know',
}

/** The manual page, in roff with the man macros. */
export function manualPage(program: Command, version: string): string {
  return [
    `.TH SPEECHES 1 "" "speeches ${toRoff(version)}" "User Commands"`,
    '.SH NAME',
    `speeches \\- ${toRoff(program.description())}`,
    '.SH SYNOPSIS',
    ...wordsOf(program).flatMap(({ name, usage }) => ['.B', `speeches ${name}`, `[options] ${toRoff(usage)}`, '.br']),
    '.SH DESCRIPTION',
    toRoff(
      'Data goes to standard output, words to standard error. Pages are files, folders and patterns; - is standard input.',
    ),
    '.SH COMMANDS',
    ...wordsOf(program).flatMap(({ name, description, usage, options }) => [
      `.SS speeches ${name} ${toRoff(usage)}`.trimEnd(),
      sentence(description),
      ...options.flatMap(({ short, long, value, choices, description }) => [
        '.TP',
        `.B ${toRoff([short, long].filter(Boolean).join(', '))}${value ? ` \\fI${toRoff(value.slice(1, -1))}\\fR` : ''}`,
        sentence(choices.length > 0 ? `${description}: ${choices.join(', ')}` : description),
      ]),
    ]),
    '.SH EXAMPLES',
    ...Object.entries(EXAMPLES).flatMap(([command, what]) => ['.TP', `.B ${toRoff(command)}`, sentence(what)]),
    '.SH FILES',
    '.TP',
    '.B speeches.config.json',
    toRoff('How severe check takes each message; the nearest one in the folder of a page and those above it counts.'),
    '.SH EXIT STATUS',
    ...Object.entries(EXITS).flatMap(([code, why]) => ['.TP', `.B ${code}`, toRoff(why)]),
    '.SH ENVIRONMENT',
    '.TP',
    '.B NO_COLOR',
    'Where it is set and not empty, nothing is coloured.',
    '',
  ].join('\n')
}

function sentence(words: string): string {
  return toRoff(words.charAt(0).toUpperCase() + words.slice(1) + (/[.!?]$/.test(words) ? '' : '.'))
}

/** Text as roff prints it: backslashes and hyphens as they are, and no line that begins like a request. */
function toRoff(text: string): string {
  return text.replaceAll('\\', '\\e').replaceAll('-', '\\-').replace(/^[.']/gm, '\\&$&')
}
