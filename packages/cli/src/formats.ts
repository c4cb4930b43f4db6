import { type Format, type FormatName, formatOf, formats } from '@speeches/formats'
import type { Destination } from './batch/destination.ts'
import { Problem } from './problem.ts'
import { didYouMean } from './suggest.ts'

/** The names of all formats that results are written in. */
export const FORMATS = Object.keys(formats) as FormatName[]

/** What is known of a format. */
export function aboutFormat(name: FormatName): Format {
  return formats[name]
}

/** How the names of its files end, without the first dot. */
export function extensionOf(name: FormatName): string {
  return formats[name].extensions[0]
}

/** The format asked for; else the one that the name of the output says; else JSON. */
export function formatFor(destination: Destination, asked: FormatName | undefined): FormatName {
  if (asked) return asked
  if (destination.kind !== 'file') return 'json'
  const format = formatOf(destination.path)
  if (format) return format
  const ending = destination.path.slice(destination.path.lastIndexOf('.') + 1)
  const meant = didYouMean(
    ending,
    FORMATS.flatMap((name) => formats[name].extensions),
  )
  throw new Problem(`The name ${destination.path} does not say what format to write.${meant} Say so with --to.`)
}

/** Media types of formats whose files can stand one behind the other. */
const STREAMS = /^(?:text\/(?:plain|markdown)|application\/(?:json|x-ndjson))\b/

/** Whether files of a format, one behind the other, are a file of that format again. */
export function isStream(name: FormatName): boolean {
  return STREAMS.test(formats[name].mediaType)
}
