/** Turns text into one script; made by `loadConverter` of `@speeches/parser/script`. */
export type ConvertText = (text: string) => string

/** What may be asked of a writer. `formats` says which options each format heeds; it ignores the others. */
export interface WriteOptions {
  /** Show what was repaired (HTML): behind a switch that the reader turns on. */
  edits?: boolean
  /** Give back the readings that the page printed as glosses, as ruby: 養(yǎng) (HTML, EPUB). */
  ruby?: boolean
  /**
   * Keep what the format has no words for, so that `readTree` gives the same tree: TEI in `xenoData`, unless set to
   * false; Markdown in a comment at the end, only where set to true.
   */
  tree?: boolean
  /** Converters for the text in both scripts (NDJSON, Parquet): the fields stand empty without them. */
  scripts?: { simplified: ConvertText; traditional: ConvertText }
  /** The id of the speech, paragraph, point or closing to cite; every speech where it is left out (BibTeX, RIS, GB/T 7714). */
  node?: string
  /** The page's address, for citations and EPUB. */
  url?: string
  /** The day the page was read, ISO (2026-05-06), for citations. */
  accessed?: string
  /** Begin with a byte order mark, by which Excel knows UTF-8 (CSV). */
  bom?: boolean
  /** Keep cells that a spreadsheet would run as formulas from being run, by an apostrophe before them (CSV); true unless set to false. */
  guardFormulas?: boolean
}
