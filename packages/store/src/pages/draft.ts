import type { ParseResult } from '@speeches/core'
import type { DocumentsTable, PassagesTable, SourcesTable, SpeechesTable } from '../database/tables.ts'
import { numberOfKind } from '../search/kinds.ts'
import type { NewPage } from '../store.ts'
import { clean } from '../text/clean.ts'
import { foldText } from '../text/fold.ts'
import { sha256, shortId } from '../text/hash.ts'
import { pack, packBytes } from '../text/packed.ts'
import { scriptOf } from '../text/script.ts'
import { packSegments } from '../text/source-map.ts'
import { takenByFolding } from '../text/unfold.ts'
import { contentsOf, type NewPassage, type PageContents } from './passages.ts'

/** What a parser made of a page, as rows without numbers. */
export interface Contents {
  document: Omit<DocumentsTable, 'row' | 'id' | 'origin' | 'imported' | 'newest' | 'first_speech' | 'first_passage'>
  /** `first_passage` counts from 0, the first passage of the page. */
  speeches: Omit<SpeechesTable, 'row' | 'document'>[]
  /** `speech` is an index into `speeches`. */
  passages: Omit<PassagesTable, 'row' | 'document' | 'newest'>[]
  rules: Map<string, number>
  result: Uint8Array
}

/** A page that was not there before. */
export interface Draft {
  id: string
  source: Omit<SourcesTable, 'document' | 'result'>
  contents: Contents
}

/** The document's id: of the bytes alone. */
export function documentId(bytes: Uint8Array): string {
  return shortId(sha256(bytes))
}

export function draftOf({ source, result, parser }: NewPage): Draft {
  const { bytes, text, encoding, format } = source
  const hash = sha256(bytes)
  return {
    id: shortId(hash),
    source: {
      hash,
      size: bytes.length,
      encoding,
      format: format ?? null,
      bytes: packBytes(bytes),
      text: utf8(bytes) === text ? null : pack(text),
    },
    contents: draftContents(result, text, parser),
  }
}

/** What any decoder makes of bytes that are UTF-8, a byte order mark left out. */
export function utf8(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}

export function draftContents(result: ParseResult, source: string, parser: string): Contents {
  const contents = contentsOf(result, source)
  const { title, metadata } = result.collection
  const { passages, speeches } = contents
  return {
    document: {
      title: cleaned(title),
      published: cleaned(metadata.published),
      editor: cleaned(metadata.editor),
      author: cleaned(metadata.author),
      publication: cleaned(metadata.source),
      editor_folded: folded(metadata.editor),
      publication_folded: folded(metadata.source),
      script: scriptOf(passages.map(({ text }) => text)),
      parser,
      speeches: speeches.length,
      passages: passages.length,
      characters: lengthOf(passages),
      metadata: clean(JSON.stringify(metadata)),
    },
    speeches: speeches.map(({ id, item, heading, salutation, announced, first, count }, i) => ({
      ordinal: i + 1,
      id,
      item,
      heading,
      salutation,
      announced: clean(JSON.stringify(announced)),
      first_passage: first,
      passages: count,
      characters: lengthOf(passages.slice(first, first + count)),
    })),
    passages: draftPassages(contents),
    rules: countRules(result),
    result: pack(result),
  }
}

function draftPassages({ passages, speeches }: PageContents): Contents['passages'] {
  const speechOf: (number | null)[] = passages.map(() => null)
  speeches.forEach(({ first, count }, i) => {
    speechOf.fill(i, first, first + count)
  })
  return passages.map(({ id, kind, text, segments, citations }, i) => {
    const folded = foldText(text)
    return {
      speech: speechOf[i] ?? null,
      kind: numberOfKind(kind),
      id,
      length: text.length,
      folded,
      taken: takenByFolding(text, folded),
      citations: citations.length > 0 ? citations.map(foldText).join('\n') : null,
      segments: packSegments(segments),
    }
  })
}

function countRules({ messages }: ParseResult): Map<string, number> {
  const rules = new Map<string, number>()
  for (const { ruleId } of messages) rules.set(ruleId, (rules.get(ruleId) ?? 0) + 1)
  return rules
}

function lengthOf(passages: readonly NewPassage[]): number {
  return passages.reduce((sum, { text }) => sum + text.length, 0)
}

function cleaned(text: string | null): string | null {
  return text === null ? null : clean(text)
}

function folded(text: string | null): string | null {
  return text === null ? null : foldText(clean(text))
}
