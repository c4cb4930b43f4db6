// Made by `node apps/api/src/generate-client.ts` from the OpenAPI document of the API.
import type { Hono } from 'hono'
import type { BlankEnv } from 'hono/types'

/** Answers by status: JSON, other text, and those that are bytes or nothing. */
type Json<Output, Status extends number> = { output: Output; outputFormat: 'json'; status: Status }
type Text<Status extends number> = { output: string; outputFormat: 'text'; status: Status }
type Bare<Status extends number> = { output: unknown; outputFormat: 'body'; status: Status }

type Endpoint<Input, Answer> = Answer extends { status: number } ? Answer & { input: Input } : never

/** The API's routes, for Hono's client. */
export type Api = Hono<BlankEnv, Routes, '/'>

type Routes = {
  "/healthz": {
    /** Whether the process lives */
    $get: Endpoint<{}, Json<{
      status: string
    }, 200>>
  }
  "/readyz": {
    /** Whether it can answer requests */
    $get: Endpoint<{}, Json<{
      status: string
    }, 200> | Json<Problem, 503>>
  }
  "/metrics": {
    /** Counts for Prometheus */
    $get: Endpoint<{}, Text<200>>
  }
  "/problems/:name": {
    /** What a problem means */
    $get: Endpoint<{
      param: {
        name: "invalid-parameter" | "invalid-body" | "invalid-request" | "key-needed" | "scope-needed" | "not-found" | "unknown-path" | "method-not-allowed" | "not-acceptable" | "slow-body" | "conflict" | "too-large" | "unsupported-media-type" | "unreadable-page" | "unusable-query" | "unusable-cursor" | "too-many-requests" | "headers-too-large" | "fault" | "busy" | "too-much-work" | "store-unavailable"
      }
    }, Json<{
      type: string
      title: string
      status: number
      advice: string
    }, 200> | Bare<304> | Json<Problem, 400 | 429 | 503>>
  }
  "/v1/parse": {
    /** Parse a page */
    $post: Endpoint<{
      query?: {
        /** The format; goes before Accept. */
        to?: "json" | "text" | "markdown" | "outline" | "ndjson" | "ndjson-paragraphs" | "html" | "tei" | "docx" | "parquet" | "parquet-paragraphs" | "parquet-edits" | "epub" | "bibtex" | "ris" | "gbt7714" | "messages-csv" | "figures" | "figures-csv"
        /** The script to write in. */
        script?: "simplified" | "traditional"
        /** Show what was repaired, where the format can. */
        edits?: "true" | "false"
        /** Give glosses back as readings, where the format can. */
        ruby?: "true" | "false"
        /** Give the text in both scripts besides, where the format can. */
        scripts?: "true" | "false"
        /** Keep what the format has no words for, to read the same tree back (TEI, Markdown). */
        tree?: "true" | "false"
        /** Begin with a byte order mark, by which Excel knows UTF-8 (CSV). */
        bom?: "true" | "false"
        /** Keep cells from being run as formulas (CSV); true by default. */
        guardFormulas?: "true" | "false"
        restore?: "true" | "false"
        annotate?: "true" | "false"
        check?: "true" | "false"
        /** Give 去年 and 本月15日 the year and month that they have by the day the page was published. */
        resolveDates?: "true" | "false"
        /** The repairs to make: gloss, shift, torn-line, split-line, hard-wrap, width, zero-width, soft-hyphen, entity, doubled-punctuation; with commas between. */
        only?: string
        minCertainty?: "certain" | "likely" | "unsure"
      }
      json?: Page
      form?: { file: File | File[] }
    }, Json<ParseResult | (Record<string, unknown>)[], 200> | Text<200> | Bare<200> | Json<Problem, 400 | 401 | 403 | 406 | 408 | 413 | 415 | 422 | 429 | 500 | 503>>
  }
  "/v1/convert": {
    /** Convert a page */
    $post: Endpoint<{
      query: {
        to: "json" | "text" | "markdown" | "outline" | "ndjson" | "ndjson-paragraphs" | "html" | "tei" | "docx" | "parquet" | "parquet-paragraphs" | "parquet-edits" | "epub" | "bibtex" | "ris" | "gbt7714" | "messages-csv" | "figures" | "figures-csv"
        /** The script to write in. */
        script?: "simplified" | "traditional"
        /** Show what was repaired, where the format can. */
        edits?: "true" | "false"
        /** Give glosses back as readings, where the format can. */
        ruby?: "true" | "false"
        /** Give the text in both scripts besides, where the format can. */
        scripts?: "true" | "false"
        /** Keep what the format has no words for, to read the same tree back (TEI, Markdown). */
        tree?: "true" | "false"
        /** Begin with a byte order mark, by which Excel knows UTF-8 (CSV). */
        bom?: "true" | "false"
        /** Keep cells from being run as formulas (CSV); true by default. */
        guardFormulas?: "true" | "false"
      }
      json?: Page
      form?: { file: File | File[] }
    }, Json<ParseResult | (Record<string, unknown>)[], 200> | Text<200> | Bare<200> | Json<Problem, 400 | 401 | 403 | 408 | 413 | 415 | 422 | 429 | 500 | 503>>
  }
  "/v1/restore": {
    /** Undo the damage to a page */
    $post: Endpoint<{
      query?: {
        /** The repairs to make: gloss, shift, torn-line, split-line, hard-wrap, width, zero-width, soft-hyphen, entity, doubled-punctuation; with commas between. */
        only?: string
        minCertainty?: "certain" | "likely" | "unsure"
      }
      json?: Page
      form?: { file: File | File[] }
    }, Json<RestoreResult, 200> | Text<200> | Json<Problem, 400 | 401 | 403 | 406 | 408 | 413 | 415 | 422 | 429 | 500 | 503>>
  }
  "/v1/check": {
    /** Tell what an editor should know */
    $post: Endpoint<{
      json?: Page
      form?: { file: File | File[] }
    }, Json<CheckResult, 200> | Text<200> | Json<Problem, 400 | 401 | 403 | 406 | 408 | 413 | 415 | 422 | 429 | 500 | 503>>
  }
  "/v1/documents": {
    /** Store a page */
    $post: Endpoint<{
      query?: {
        origin?: string
      }
      json?: Page
      form?: { file: File | File[] }
    }, Json<Imported, 200 | 201> | Json<Problem, 400 | 401 | 403 | 408 | 413 | 415 | 422 | 429 | 500 | 503>>
    /** List documents */
    $get: Endpoint<{
      query?: {
        publishedFrom?: string
        /** Inclusive, as exact as it is given. */
        publishedTo?: string
        importedFrom?: string
        /** Inclusive, as exact as it is given; UTC. */
        importedTo?: string
        /** As printed; script and letter case are alike. */
        publication?: string
        editor?: string
        origin?: string
        script?: "traditional" | "simplified" | "mixed" | "none"
        minSpeeches?: number
        maxSpeeches?: number
        /** Has a message of this rule. */
        rule?: string
        /** Made by this version of the parser. */
        parser?: string
        versions?: "newest" | "all"
        order?: "newest" | "oldest" | "published" | "-published"
        limit?: number
        /** What `next` was in the answer before. */
        cursor?: string
        /** Count all of them, too. */
        count?: "true" | "false"
      }
    }, Json<DocumentList, 200> | Bare<304> | Json<Problem, 400 | 401 | 403 | 422 | 429 | 500 | 503>>
  }
  "/v1/documents/:id": {
    /** Get a document in any format */
    $get: Endpoint<{
      param: {
        id: string
      }
      query?: {
        /** The format; goes before Accept. */
        to?: "json" | "text" | "markdown" | "outline" | "ndjson" | "ndjson-paragraphs" | "html" | "tei" | "docx" | "parquet" | "parquet-paragraphs" | "parquet-edits" | "epub" | "bibtex" | "ris" | "gbt7714" | "messages-csv" | "figures" | "figures-csv"
        /** The script to write in. */
        script?: "simplified" | "traditional"
        /** Show what was repaired, where the format can. */
        edits?: "true" | "false"
        /** Give glosses back as readings, where the format can. */
        ruby?: "true" | "false"
        /** Give the text in both scripts besides, where the format can. */
        scripts?: "true" | "false"
        /** Keep what the format has no words for, to read the same tree back (TEI, Markdown). */
        tree?: "true" | "false"
        /** Begin with a byte order mark, by which Excel knows UTF-8 (CSV). */
        bom?: "true" | "false"
        /** Keep cells from being run as formulas (CSV); true by default. */
        guardFormulas?: "true" | "false"
      }
    }, Json<ParseResult | (Record<string, unknown>)[], 200> | Text<200> | Bare<200 | 304> | Json<Problem, 400 | 401 | 403 | 404 | 406 | 429 | 500 | 503>>
    /** Delete a document */
    $delete: Endpoint<{
      param: {
        id: string
      }
    }, Bare<204> | Json<Problem, 400 | 401 | 403 | 404 | 429 | 500 | 503>>
  }
  "/v1/documents/:id/about": {
    /** Get what is known of a document */
    $get: Endpoint<{
      param: {
        id: string
      }
    }, Json<Document, 200> | Bare<304> | Json<Problem, 400 | 401 | 403 | 404 | 429 | 500 | 503>>
  }
  "/v1/documents/:id/source": {
    /** Get the page as it was received */
    $get: Endpoint<{
      param: {
        id: string
      }
      query?: {
        as?: "bytes" | "text"
      }
    }, Bare<200 | 304> | Text<200> | Json<Problem, 400 | 401 | 403 | 404 | 429 | 500 | 503>>
  }
  "/v1/documents/:id/edits": {
    /** Get every repair of a document */
    $get: Endpoint<{
      param: {
        id: string
      }
    }, Json<Edits, 200> | Bare<304> | Json<Problem, 400 | 401 | 403 | 404 | 429 | 500 | 503>>
  }
  "/v1/documents/:id/messages": {
    /** Get every message about a document */
    $get: Endpoint<{
      param: {
        id: string
      }
    }, Json<Messages, 200> | Bare<304> | Json<Problem, 400 | 401 | 403 | 404 | 429 | 500 | 503>>
  }
  "/v1/documents/:id/versions": {
    /** Get all versions of a page */
    $get: Endpoint<{
      param: {
        id: string
      }
    }, Json<(Version)[], 200> | Bare<304> | Json<Problem, 400 | 401 | 403 | 404 | 429 | 500 | 503>>
  }
  "/v1/speeches/:id": {
    /** Get a speech, or cite it */
    $get: Endpoint<{
      param: {
        id: string
      }
      query?: {
        /** As it stands there, and not on the newest page that has it. */
        document?: string
        /** The whole of it, or a citation: goes before Accept. */
        to?: "json" | "bibtex" | "ris" | "gbt7714"
      }
    }, Json<Speech, 200> | Text<200> | Bare<304> | Json<Problem, 400 | 401 | 403 | 404 | 406 | 429 | 500 | 503>>
  }
  "/v1/paragraphs/:id": {
    /** Get a paragraph with what stands around it, or cite it */
    $get: Endpoint<{
      param: {
        id: string
      }
      query?: {
        /** As it stands there, and not on the newest page that has it. */
        document?: string
        /** The whole of it, or a citation: goes before Accept. */
        to?: "json" | "bibtex" | "ris" | "gbt7714"
        /** Passages before and behind it; 1 by default. */
        context?: number
      }
    }, Json<PassageInContext, 200> | Text<200> | Bare<304> | Json<Problem, 400 | 401 | 403 | 404 | 406 | 429 | 500 | 503>>
  }
  "/v1/search": {
    /** Find passages */
    $get: Endpoint<{
      query: {
        /** Words that must be in one passage, `"a phrase"`, `OR`, `-without`, `heading:word`. */
        q: string
        field?: "salutation" | "heading" | "body" | "citation"
        publishedFrom?: string
        /** Inclusive, as exact as it is given. */
        publishedTo?: string
        importedFrom?: string
        /** Inclusive, as exact as it is given; UTC. */
        importedTo?: string
        /** As printed; script and letter case are alike. */
        publication?: string
        editor?: string
        origin?: string
        script?: "traditional" | "simplified" | "mixed" | "none"
        minSpeeches?: number
        maxSpeeches?: number
        /** Has a message of this rule. */
        rule?: string
        /** Made by this version of the parser. */
        parser?: string
        document?: string
        speech?: string
        group?: "passage" | "speech"
        order?: "relevance" | "newest"
        limit?: number
        /** What `next` was in the answer before. */
        cursor?: string
        /** Count the hits in these respects: kind, year, publication, editor, script; with commas between. */
        facets?: string
        exactTotal?: "true" | "false"
      }
    }, Json<SearchAnswer, 200> | Bare<304> | Json<Problem, 400 | 401 | 403 | 422 | 429 | 500 | 503>>
  }
  "/v1/figures": {
    /** List figures */
    $get: Endpoint<{
      query?: {
        publishedFrom?: string
        /** Inclusive, as exact as it is given. */
        publishedTo?: string
        importedFrom?: string
        /** Inclusive, as exact as it is given; UTC. */
        importedTo?: string
        /** As printed; script and letter case are alike. */
        publication?: string
        editor?: string
        origin?: string
        script?: "traditional" | "simplified" | "mixed" | "none"
        minSpeeches?: number
        maxSpeeches?: number
        /** Has a message of this rule. */
        rule?: string
        /** Made by this version of the parser. */
        parser?: string
        versions?: "newest" | "all"
        /** How many figures at most; 100 by default. */
        limit?: number
        /** What `next` was in the answer before. */
        cursor?: string
      }
    }, Json<FigureList, 200> | Bare<304> | Json<Problem, 400 | 401 | 403 | 422 | 429 | 500 | 503>>
  }
  "/v1/stats": {
    /** Tell how much is stored */
    $get: Endpoint<{}, Json<Stats, 200> | Bare<304> | Json<Problem, 400 | 401 | 403 | 429 | 500 | 503>>
  }
  "/v1/export.ndjson": {
    /** Export as NDJSON */
    $get: Endpoint<{
      query?: {
        what?: "speeches" | "paragraphs" | "documents"
        publishedFrom?: string
        /** Inclusive, as exact as it is given. */
        publishedTo?: string
        importedFrom?: string
        /** Inclusive, as exact as it is given; UTC. */
        importedTo?: string
        /** As printed; script and letter case are alike. */
        publication?: string
        editor?: string
        origin?: string
        script?: "traditional" | "simplified" | "mixed" | "none"
        minSpeeches?: number
        maxSpeeches?: number
        /** Has a message of this rule. */
        rule?: string
        /** Made by this version of the parser. */
        parser?: string
        versions?: "newest" | "all"
      }
    }, Text<200> | Json<Problem, 400 | 401 | 403 | 429 | 500 | 503>>
  }
  "/v1/export.parquet": {
    /** Export as Parquet */
    $get: Endpoint<{
      query?: {
        what?: "speeches" | "paragraphs" | "edits"
        publishedFrom?: string
        /** Inclusive, as exact as it is given. */
        publishedTo?: string
        importedFrom?: string
        /** Inclusive, as exact as it is given; UTC. */
        importedTo?: string
        /** As printed; script and letter case are alike. */
        publication?: string
        editor?: string
        origin?: string
        script?: "traditional" | "simplified" | "mixed" | "none"
        minSpeeches?: number
        maxSpeeches?: number
        /** Has a message of this rule. */
        rule?: string
        /** Made by this version of the parser. */
        parser?: string
        versions?: "newest" | "all"
      }
    }, Bare<200> | Json<Problem, 400 | 401 | 403 | 429 | 500 | 503>>
  }
  "/v1/imports": {
    /** Import many pages */
    $post: Endpoint<{
      header?: {
        /** A name of the client for this request: sent again, it gives the same import. */
        "idempotency-key"?: string
      }
      json?: {
        pages: (Page)[]
      }
      form?: { file: File | File[] }
    }, Json<Import, 200 | 202> | Json<Problem, 400 | 401 | 403 | 408 | 409 | 413 | 415 | 429 | 500 | 503>>
  }
  "/v1/imports/:id": {
    /** Get how far an import is */
    $get: Endpoint<{
      param: {
        id: string
      }
    }, Json<Import, 200> | Json<Problem, 400 | 401 | 403 | 404 | 429 | 500 | 503>>
    /** Delete an import */
    $delete: Endpoint<{
      param: {
        id: string
      }
    }, Bare<204> | Json<Problem, 400 | 401 | 403 | 404 | 429 | 500 | 503>>
  }
  "/v1/imports/:id/items": {
    /** List the pages of an import, and what became of each */
    $get: Endpoint<{
      param: {
        id: string
      }
      query?: {
        /** Begin behind the page with this ordinal. */
        after?: number
        limit?: number
      }
    }, Json<{
      items: (ImportItem)[]
    }, 200> | Json<Problem, 400 | 401 | 403 | 404 | 429 | 500 | 503>>
  }
  "/v1/imports/:id/events": {
    /** Follow an import */
    $get: Endpoint<{
      param: {
        id: string
      }
      header?: {
        "last-event-id"?: string
      }
    }, Bare<200> | Json<Problem, 400 | 401 | 403 | 404 | 429 | 500 | 503>>
  }
  "/v1/feed.atom": {
    /** Follow new documents */
    $get: Endpoint<{}, Text<200> | Bare<304> | Json<Problem, 400 | 401 | 403 | 429 | 500 | 503>>
  }
  "/v1/searches": {
    /** Save a search */
    $post: Endpoint<{
      json: {
        name: string
        /** Words that must be in one passage, `"a phrase"`, `OR`, `-without`, `heading:word`. */
        query: string
        field?: "salutation" | "heading" | "body" | "citation"
      }
    }, Json<SavedSearch, 201> | Json<Problem, 400 | 401 | 403 | 408 | 413 | 415 | 422 | 429 | 500 | 503>>
    /** List saved searches */
    $get: Endpoint<{}, Json<{
      items: (SavedSearch)[]
    }, 200> | Bare<304> | Json<Problem, 400 | 401 | 403 | 429 | 500 | 503>>
  }
  "/v1/searches/:id": {
    /** Get a saved search */
    $get: Endpoint<{
      param: {
        id: string
      }
    }, Json<SavedSearch, 200> | Bare<304> | Json<Problem, 400 | 401 | 403 | 404 | 429 | 500 | 503>>
    /** Delete a saved search */
    $delete: Endpoint<{
      param: {
        id: string
      }
    }, Bare<204> | Json<Problem, 400 | 401 | 403 | 404 | 429 | 500 | 503>>
  }
  "/v1/searches/:id/feed.atom": {
    /** Follow a saved search */
    $get: Endpoint<{
      param: {
        id: string
      }
    }, Text<200> | Bare<304> | Json<Problem, 400 | 401 | 403 | 404 | 429 | 500 | 503>>
  }
  "/v1/keys": {
    /** Make a key */
    $post: Endpoint<{
      json: {
        name: string
        scopes: ("read" | "write" | "admin")[]
      }
    }, Json<(Key) & ({
      secret: string
    }), 201> | Json<Problem, 400 | 401 | 403 | 408 | 413 | 415 | 429 | 500 | 503>>
    /** List keys */
    $get: Endpoint<{}, Json<{
      items: (Key)[]
    }, 200> | Json<Problem, 400 | 401 | 403 | 429 | 500 | 503>>
  }
  "/v1/keys/:id": {
    /** Delete a key */
    $delete: Endpoint<{
      param: {
        id: string
      }
    }, Bare<204> | Json<Problem, 400 | 401 | 403 | 404 | 429 | 500 | 503>>
  }
}

export type Page = {
  text: string
  /** The file’s name: its extension tells what the content does not. */
  name?: string
  /** Where the page is from: pages of one origin are its versions. */
  origin?: string
} | {
  base64: string
  /** The file’s name: its extension tells what the content does not. */
  name?: string
  /** Where the page is from: pages of one origin are its versions. */
  origin?: string
}

export type Problem = {
  /** Stays for ever: programs go by it. */
  type: string
  title: string
  status: number
  /** What is wrong. */
  detail: string
  /** What to do about it. */
  advice: string
  /** The entry of the message reference. */
  ruleId?: string
  errors?: ({
    where: string
    detail: string
  })[]
  requestId?: string
}

export type ParseResult = {
  version: 1
  collection: {
    type: "collection"
    title: string | null
    titleFrom: "line" | "stem" | null
    metadata: {
      published: string | null
      editor: string | null
      author: string | null
      source: string | null
      format: string | null
      fields: Record<string, string>
    }
    children: ({
      type: "header"
      children: ({
        type: "field"
        name: string
        value: string
        position?: Core0
      } | NodeNoise)[]
      position?: Core0
    } | NodeHeading | {
      type: "preface"
      children: (NodeParagraph)[]
      position?: Core0
    } | {
      type: "item"
      ordinal: number
      printedOrdinal: number | null
      children: (NodeHeading | {
        type: "editorNote"
        children: Core6
        position?: Core0
      } | {
        type: "speech"
        id: Core9
        announced: ({
          text: string
          count: number | null
        })[]
        children: ({
          type: "byline"
          children: Core6
          position?: Core7
        } | {
          type: "salutation"
          children: Core6
          position?: Core7
        } | NodeReaddress | NodeParagraph | NodeList | NodeSection | NodeStage | {
          type: "closing"
          id: Core9
          kind: "peroration" | "wish" | "thanks" | "completion" | "signature" | "date"
          children: Core6
          position?: Core7
        } | NodeNoise)[]
        position?: Core7
      } | NodeNoise)[]
      position?: Core0
    } | {
      type: "related"
      children: ({
        type: "relatedLink"
        title: string
        label: string | null
        count: number | null
        position?: Core0
      } | NodeNoise)[]
      position?: Core0
    } | NodeNoise)[]
    position?: Core0
  }
  edits: ({
    rule: "gloss" | "shift" | "torn-line" | "split-line" | "hard-wrap" | "width" | "zero-width" | "soft-hyphen" | "entity" | "doubled-punctuation"
    position: Core1
    original: string
    replacement: string
    certainty: "certain" | "likely" | "unsure"
    evidence?: {
      readings: number
      margin?: number
      witness?: string
    }
  })[]
  messages: ({
    reason: string
    ruleId: string
    source: "speeches"
    place?: Core1
    fatal: boolean | null
    actual?: string
    expected?: (string)[]
    note?: string
    url?: string
  })[]
}

export type RestoreResult = {
  text: string
  edits: ({
    rule: "gloss" | "shift" | "torn-line" | "split-line" | "hard-wrap" | "width" | "zero-width" | "soft-hyphen" | "entity" | "doubled-punctuation"
    position: Core1
    original: string
    replacement: string
    certainty: "certain" | "likely" | "unsure"
    evidence?: {
      readings: number
      margin?: number
      witness?: string
    }
  })[]
  messages: ({
    reason: string
    ruleId: string
    source: "speeches"
    place?: Core1
    fatal: boolean | null
    actual?: string
    expected?: (string)[]
    note?: string
    url?: string
  })[]
}

export type CheckResult = {
  messages: ({
    reason: string
    ruleId: string
    source: "speeches"
    place?: {
      start: {
        line: number
        column: number
        offset: number
      }
      end: {
        line: number
        column: number
        offset: number
      }
    }
    fatal: boolean | null
    actual?: string
    expected?: (string)[]
    note?: string
    url?: string
  })[]
  errors: number
  warnings: number
  notes: number
}

export type Imported = {
  id: string
  status: "created" | "version" | "unchanged"
  replaces?: string
}

export type DocumentList = {
  items: (DocumentSummary)[]
  next: string | null
  total?: number
}

export type DocumentSummary = {
  id: string
  title: string | null
  /** ISO local time, as exact as the page gave it. */
  published: string | null
  editor: string | null
  author: string | null
  publication: string | null
  script: "traditional" | "simplified" | "mixed" | "none"
  origin: string | null
  imported: string
  /** Whether it is the newest version of its page. */
  newest: boolean
  parser: string
  speeches: number
  passages: number
  characters: number
}

export type Document = {
  id: string
  title: string | null
  /** ISO local time, as exact as the page gave it. */
  published: string | null
  editor: string | null
  author: string | null
  publication: string | null
  script: "traditional" | "simplified" | "mixed" | "none"
  origin: string | null
  imported: string
  /** Whether it is the newest version of its page. */
  newest: boolean
  parser: string
  speeches: number
  passages: number
  characters: number
  metadata: {
    fields: Record<string, string>
  } & Record<string, unknown>
  contents: (SpeechSummary)[]
  /** How often each message rule was found. */
  messages: Record<string, number>
  versions: (Version)[]
  source: {
    encoding: string
    format: string | null
    hash: string
    size: number
  }
}

export type SpeechSummary = {
  id: string
  ordinal: number
  item: number
  heading: string | null
  salutation: string | null
  passages: number
  characters: number
}

export type Version = {
  origin: string
  number: number
  document: string
  imported: string
}

export type Edits = ({
  rule: "gloss" | "shift" | "torn-line" | "split-line" | "hard-wrap" | "width" | "zero-width" | "soft-hyphen" | "entity" | "doubled-punctuation"
  position: {
    start: {
      line: number
      column: number
      offset: number
    }
    end: {
      line: number
      column: number
      offset: number
    }
  }
  original: string
  replacement: string
  certainty: "certain" | "likely" | "unsure"
  evidence?: {
    readings: number
    margin?: number
    witness?: string
  }
})[]

export type Messages = ({
  reason: string
  ruleId: string
  source: "speeches"
  place?: {
    start: {
      line: number
      column: number
      offset: number
    }
    end: {
      line: number
      column: number
      offset: number
    }
  }
  fatal: boolean | null
  actual?: string
  expected?: (string)[]
  note?: string
  url?: string
})[]

export type Speech = {
  id: string
  ordinal: number
  item: number
  heading: string | null
  salutation: string | null
  passages: number
  characters: number
  document: DocumentSummary
  announced: ({
    text: string
    count: number | null
  })[]
  contents: (Passage)[]
  alsoIn: (string)[]
  redirect?: {
    from: string
    parser: string
  }
}

export type Passage = {
  id: string
  kind: "title" | "heading" | "byline" | "salutation" | "readdress" | "paragraph" | "listItem" | "closing" | "stage" | "editorNote" | "preface"
  ordinal: number
  text: string
  /** Where it stands in the source, in UTF-16 code units. */
  source: {
    start: number
    end: number
  } | null
}

export type PassageInContext = {
  id: string
  kind: "title" | "heading" | "byline" | "salutation" | "readdress" | "paragraph" | "listItem" | "closing" | "stage" | "editorNote" | "preface"
  ordinal: number
  text: string
  /** Where it stands in the source, in UTF-16 code units. */
  source: {
    start: number
    end: number
  } | null
  document: DocumentSummary
  speech: SpeechSummary | null
  previous: string | null
  next: string | null
  alsoIn: (string)[]
  redirect?: {
    from: string
    parser: string
    difference: ({
      type: "same" | "deleted" | "inserted"
      text: string
    })[]
  }
  /** The passages around it, in order: as many as were asked for with `context`. */
  context: {
    before: (Passage)[]
    behind: (Passage)[]
  }
}

export type SearchAnswer = {
  hits: ({
    document: DocumentSummary
    speech: SpeechSummary | null
    passage: Passage
    score: number
    ranges: ({
      start: number
      end: number
      source: {
        start: number
        end: number
      } | null
    })[]
    passages?: number
  })[]
  total: {
    count: number
    exact: boolean
  }
  next: string | null
  facets: {
    kind?: ({
      value: string
      count: number
    })[]
    year?: ({
      value: string
      count: number
    })[]
    publication?: ({
      value: string
      count: number
    })[]
    editor?: ({
      value: string
      count: number
    })[]
    script?: ({
      value: string
      count: number
    })[]
  }
  suggestions: (string)[]
}

export type FigureList = {
  items: ({
    document: string
    indicator: string | null
    value: number | null
    unit: string | null
  } & Record<string, unknown>)[]
  next: string | null
}

export type Stats = {
  documents: number
  newest: number
  speeches: number
  passages: number
  characters: number
  sourceBytes: number
  storedBytes: number
  scripts: Record<string, number>
  parsers: Record<string, number>
  rules: Record<string, number>
}

export type Import = {
  id: string
  state: "waiting" | "running" | "finished"
  created: string
  finished: string | null
  total: number
  /** Pages that are in the store. */
  done: number
  /** Pages that cannot be read. */
  failed: number
}

export type ImportItem = {
  ordinal: number
  name: string | null
  origin: string | null
  status: "waiting" | "created" | "version" | "unchanged" | "failed"
  document: string | null
  problem: Problem | null
}

export type SavedSearch = {
  id: string
  name: string
  query: string
  field: "salutation" | "heading" | "body" | "citation" | null
  created: string
  /** Where its feed is. */
  feed: string
}

export type Key = {
  id: string
  name: string
  scopes: ("read" | "write" | "admin")[]
  created: string
}

export type Core0 = Core1

export type Core1 = {
  start: Core2
  end: Core2
}

export type Core2 = {
  line: number
  column: number
  offset: number
}

export type NodeNoise = {
  type: "noise"
  kind: "navigation" | "advertisement" | "pagination" | "repeated-title" | "contents" | "truncation" | "footer" | "comment" | "markup"
  value: string
  position?: Core4
}

export type Core4 = Core1

export type NodeHeading = {
  type: "heading"
  children: Core6
  position?: Core7
}

export type Core6 = ({
  type: "text"
  value: string
  position?: Core4
} | {
  type: "elision"
  kind: "year" | "ordinal" | "number" | "name" | "quotation" | "word"
  value: string
  position?: Core4
} | {
  type: "enumerator"
  value: string
  ordinal: number
  position?: Core4
} | {
  type: "marker"
  value: string
  position?: Core4
} | NodeNoise | {
  type: "citation"
  children: Core6
  position?: Core4
} | {
  type: "quotation"
  children: Core6
  position?: Core4
} | {
  type: "date"
  iso?: string
  year?: number
  month?: number
  day?: number
  children: Core6
  position?: Core4
} | {
  type: "quantity"
  number: number
  unit: string
  measure?: string
  change?: number
  children: Core6
  position?: Core4
} | {
  type: "name"
  kind: "person" | "place" | "organization"
  title?: string
  rule?: "title-before" | "title-behind" | "comrade" | "suffix" | "body"
  children: Core6
  position?: Core4
})[]

export type Core7 = Core1

export type NodeParagraph = {
  type: "paragraph"
  id: Core9
  children: Core6
  position?: Core7
}

export type Core9 = string

export type NodeReaddress = {
  type: "readdress"
  children: Core6
  position?: Core7
}

export type NodeList = {
  type: "list"
  children: ({
    type: "listItem"
    id: Core9
    children: Core6
    position?: Core7
  })[]
  position?: Core7
}

export type NodeSection = {
  type: "section"
  depth: number
  marker: string
  ordinal: number
  series: "han" | "paren-han" | "arabic" | "paren-arabic" | "circled" | "ordinal-word" | "first-is" | "none"
  kind: "heading" | "run-in" | "embedded"
  children: (NodeHeading | NodeParagraph | NodeList | NodeSection | NodeStage | NodeReaddress | NodeNoise)[]
  position?: Core7
}

export type NodeStage = {
  type: "stage"
  children: Core6
  position?: Core7
}
