import type { ParseResult, Speech } from '@speeches/parser'
import { convert } from '@speeches/parser/script'
import type { Store, StoredDocument } from '@speeches/store'
import type { Locale } from '../i18n/locale.ts'

/** The script that content is shown in: as the page printed it, or converted. */
export type ContentScript = 'source' | 'simplified' | 'traditional'

/** What a reader of each language gets unless the address says otherwise. */
const SCRIPT_OF: Record<Locale, ContentScript> = { hans: 'simplified', hant: 'traditional', en: 'source' }

/** What HTML calls each script. */
export const SCRIPT_TAGS: Record<ContentScript, string> = {
  source: 'zh',
  simplified: 'zh-Hans',
  traditional: 'zh-Hant',
}

export function scriptOf(address: URL, locale: Locale): ContentScript {
  const asked = address.searchParams.get('script')
  return asked === 'source' || asked === 'simplified' || asked === 'traditional' ? asked : SCRIPT_OF[locale]
}

/** A document as it is shown: its result, the same in the script asked for, and its source. */
export interface Shown {
  document: StoredDocument
  result: ParseResult
  converted: ParseResult
  source: string
}

/** Converted results that were shown last, by document, parser and script. */
const kept = new Map<string, Promise<Shown | undefined>>()
const MOST_KEPT = 24

/** A document to show; undefined where there is none. */
export function loadShown(store: Store, id: string, script: ContentScript): Promise<Shown | undefined> {
  const key = `${id} ${script}`
  const found = kept.get(key)
  if (found) {
    kept.delete(key)
    kept.set(key, found)
    return checked(store, id, key, found, script)
  }
  return keep(store, id, key, script)
}

/** What was kept holds only as long as the same parser made the document. */
async function checked(
  store: Store,
  id: string,
  key: string,
  found: Promise<Shown | undefined>,
  script: ContentScript,
): Promise<Shown | undefined> {
  const [shown, document] = await Promise.all([found, store.getDocument(id)])
  return shown && document && shown.document.parser === document.parser ? shown : keep(store, id, key, script)
}

function keep(store: Store, id: string, key: string, script: ContentScript): Promise<Shown | undefined> {
  const loading = load(store, id, script)
  kept.set(key, loading)
  loading.catch(() => kept.delete(key))
  const [oldest] = kept.keys()
  if (kept.size > MOST_KEPT && oldest) kept.delete(oldest)
  return loading
}

async function load(store: Store, id: string, script: ContentScript): Promise<Shown | undefined> {
  const [document, result, source] = await Promise.all([
    store.getDocument(id),
    store.getResult(id),
    store.getSource(id),
  ])
  if (!document || !result || !source) return undefined
  const converted = script === 'source' ? result : await convert(result, { to: script })
  return { document, result, converted, source: source.text }
}

/** All speeches of a result, in order. */
export function speechesOf({ collection }: ParseResult): Speech[] {
  return collection.children
    .flatMap((child) => (child.type === 'item' ? child.children : []))
    .filter((child) => child.type === 'speech')
}
