import { Unreadable } from '../refuse.ts'
import { walkXml } from '../xml.ts'
import type { Archive } from '../zip.ts'
import { FORMAT, NAMESPACES } from './names.ts'

/** The parts of a Word document that hold text or say how it is shown; all but the first may be missing. */
export interface Parts {
  document: Uint8Array
  numbering: Uint8Array | undefined
  styles: Uint8Array | undefined
  footnotes: Uint8Array | undefined
  endnotes: Uint8Array | undefined
  properties: Uint8Array | undefined
  hasMacros: boolean
}

/** What else is packed as ZIP, by a part that it must have. */
const OTHERS: readonly [RegExp, string][] = [
  [/^xl\//, 'an Excel workbook'],
  [/^ppt\//, 'a PowerPoint presentation'],
  [/^content\.xml$/, 'an OpenDocument file (odt, ods, odp)'],
  [/^META-INF\/container\.xml$/, 'an EPUB book'],
]

/** Finds the parts by the relations that the package declares (ECMA-376, part 2, 9). Throws Unreadable. */
export function readParts(archive: Archive): Parts {
  const root = relationsOf(archive, '')
  const path = root.get('officeDocument') ?? 'word/document.xml'
  if (!archive.names.includes(path) || !path.endsWith('.xml') || path.startsWith('xl/') || path.startsWith('ppt/')) {
    throw new Unreadable('other-kind', { kind: kindOf(archive.names) })
  }
  const relations = relationsOf(archive, path)
  const part = (type: string) => {
    const target = relations.get(type)
    return target === undefined ? undefined : archive.read(target)
  }
  return {
    document: archive.read(path) as Uint8Array,
    numbering: part('numbering'),
    styles: part('styles'),
    footnotes: part('footnotes'),
    endnotes: part('endnotes'),
    properties: archive.read(root.get('core-properties') ?? 'docProps/core.xml'),
    hasMacros: archive.names.some((name) => /(?:^|\/)vbaProject\.bin$/i.test(name)),
  }
}

function kindOf(names: readonly string[]): string {
  const other = OTHERS.find(([pattern]) => names.some((name) => pattern.test(name)))
  return other?.[1] ?? 'a ZIP archive without a Word document'
}

/** The paths that a part is related to, by the last word of the relation's type. */
function relationsOf(archive: Archive, path: string): Map<string, string> {
  const slash = path.lastIndexOf('/') + 1
  const folder = path.slice(0, slash)
  const part = archive.read(`${folder}_rels/${path.slice(slash)}.rels`)
  const targets = new Map<string, string>()
  if (!part) return targets
  walkXml(
    part,
    NAMESPACES,
    {
      open(name, attribute) {
        const target = attribute('Target')
        if (name !== 'Relationship' || target === undefined || attribute('TargetMode') === 'External') return
        const type = attribute('Type') ?? ''
        targets.set(type.slice(type.lastIndexOf('/') + 1), resolve(folder, target))
      },
      close() {},
    },
    FORMAT,
  )
  return targets
}

/** The path of a part that another one names, from its own folder on or from the root. */
function resolve(folder: string, target: string): string {
  const path: string[] = []
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') path.pop()
    else if (step !== '' && step !== '.') path.push(step)
  }
  return path.join('/')
}
