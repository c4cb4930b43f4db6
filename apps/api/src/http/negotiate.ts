import { type Format, type FormatName, formats } from '@speeches/formats'
import { ApiError } from '../problems.ts'

/** The names of all formats. */
export const FORMAT_NAMES = Object.keys(formats) as [FormatName, ...FormatName[]]

/** The formats that can cite a speech or paragraph. */
export const CITATION_NAMES = FORMAT_NAMES.filter((name) => heeds(name, 'node')).filter((name) => name !== 'epub')

/** Whether a format heeds an option of its writer. */
export function heeds(name: FormatName, option: Format['options'][number]): boolean {
  return (formats[name] as Format).options.includes(option)
}

/** The media type of a format, without parameters. */
export function mediaTypeOfFormat(name: FormatName): string {
  return formats[name].mediaType.split(';')[0] ?? ''
}

/**
 * The format to write: `to`, else the one that the header Accept likes best, else the first of `names`.
 *
 * @throws {ApiError} `not-acceptable`, where Accept takes none of them
 */
export function chooseFormat<Name extends FormatName>(
  names: readonly Name[],
  to: Name | undefined,
  accept: string | undefined,
): Name {
  const [first] = names
  if (to) return to
  if (!accept || first === undefined) return first as Name
  const types = readAccept(accept)
  let best: Name | undefined
  let most = 0
  for (const name of names) {
    const liking = likingFor(mediaTypeOfFormat(name), types)
    if (liking <= most) continue
    best = name
    most = liking
  }
  if (best) return best
  throw new ApiError('not-acceptable', {
    detail: `Accept is “${accept.slice(0, 200)}”.`,
    advice: `Accept one of: ${[...new Set(names.map(mediaTypeOfFormat))].join(', ')}; or name one of ${names.join(', ')} with \`?to=\`.`,
  })
}

interface Accepted {
  type: string
  quality: number
}

/** As many types as are looked at. */
const MOST_TYPES = 50

/** RFC 9110, 12.5.1: text/html;q=0.8, application/json */
function readAccept(accept: string): Accepted[] {
  return accept
    .split(',', MOST_TYPES)
    .map((part) => {
      const [type = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase())
      const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2)
      return { type, quality: quality === undefined ? 1 : Math.min(Math.max(Number(quality) || 0, 0), 1) }
    })
    .filter(({ type }) => type !== '')
}

/** The quality of the most exact range that holds a type; 0 where none does. */
function likingFor(type: string, accepted: readonly Accepted[]): number {
  for (const range of [type, `${type.split('/')[0]}/*`, '*/*']) {
    const found = accepted.find((entry) => entry.type === range)
    if (found) return found.quality
  }
  return 0
}
