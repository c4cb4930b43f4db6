import { gramsOf } from '../search/grams.ts'
import { settleSegments } from '../search/segments.ts'
import type { Migration, MigrationSet, Run } from '../store.ts'

type Engine = Parameters<Migration['up']>[1]

/** The store's own tables, as tables.ts describes them. Only ever append: what stands here has run somewhere. */
export const STORE_MIGRATIONS: MigrationSet = {
  owner: 'store',
  migrations: [
    { name: 'documents', up: createDocuments },
    { name: 'passages', up: createPassages },
    { name: 'search', up: createSearch },
    { name: 'redirects', up: createRedirects },
    { name: 'postings', up: createPostings },
  ],
}

/** Column types: SQLite takes any name, Postgres compares text by its bytes, as SQLite does. */
const TYPES = {
  sqlite: { key: 'INTEGER', number: 'INTEGER', text: 'TEXT', bytes: 'BLOB' },
  postgres: { key: 'BIGINT', number: 'BIGINT', text: 'TEXT COLLATE "C"', bytes: 'BYTEA' },
} as const

async function createDocuments(run: Run, engine: Engine): Promise<void> {
  const { key, number, text, bytes } = TYPES[engine]
  await run(`CREATE TABLE documents (
    row ${key} PRIMARY KEY,
    id ${text} NOT NULL UNIQUE,
    origin ${text},
    title ${text},
    published ${text},
    editor ${text},
    author ${text},
    publication ${text},
    editor_folded ${text},
    publication_folded ${text},
    script ${text} NOT NULL,
    imported ${text} NOT NULL,
    newest ${number} NOT NULL,
    parser ${text} NOT NULL,
    speeches ${number} NOT NULL,
    passages ${number} NOT NULL,
    characters ${number} NOT NULL,
    metadata ${text} NOT NULL,
    first_speech ${number} NOT NULL,
    first_passage ${number} NOT NULL
  )`)
  await run('CREATE INDEX documents_published ON documents (published, row)')
  await run('CREATE INDEX documents_parser ON documents (parser, row)')
  await run(`CREATE TABLE sources (
    document ${key} PRIMARY KEY,
    hash ${text} NOT NULL,
    size ${number} NOT NULL,
    encoding ${text} NOT NULL,
    format ${text},
    bytes ${bytes} NOT NULL,
    text ${bytes},
    result ${bytes} NOT NULL
  )`)
  await run(`CREATE TABLE versions (
    origin ${text} NOT NULL,
    number ${number} NOT NULL,
    document ${number} NOT NULL,
    imported ${text} NOT NULL,
    PRIMARY KEY (origin, number)
  )`)
  await run('CREATE INDEX versions_document ON versions (document)')
  await run(`CREATE TABLE rules (
    document ${number} NOT NULL,
    rule ${text} NOT NULL,
    count ${number} NOT NULL,
    PRIMARY KEY (document, rule)
  )`)
  await run('CREATE INDEX rules_rule ON rules (rule, document)')
  await run(
    `CREATE TABLE counters (documents ${number} NOT NULL, speeches ${number} NOT NULL, passages ${number} NOT NULL)`,
  )
  await run('INSERT INTO counters VALUES (0, 0, 0)')
}

async function createPassages(run: Run, engine: Engine): Promise<void> {
  const { key, number, text, bytes } = TYPES[engine]
  await run(`CREATE TABLE speeches (
    row ${key} PRIMARY KEY,
    document ${number} NOT NULL,
    ordinal ${number} NOT NULL,
    id ${text} NOT NULL,
    item ${number} NOT NULL,
    heading ${text},
    salutation ${text},
    announced ${text} NOT NULL,
    first_passage ${number} NOT NULL,
    passages ${number} NOT NULL,
    characters ${number} NOT NULL
  )`)
  await run('CREATE INDEX speeches_id ON speeches (id)')
  await run(`CREATE TABLE passages (
    row ${key} PRIMARY KEY,
    document ${number} NOT NULL,
    speech ${number},
    newest ${number} NOT NULL,
    kind ${number} NOT NULL,
    id ${text} NOT NULL,
    length ${number} NOT NULL,
    folded ${text} NOT NULL,
    taken ${text},
    citations ${text},
    segments ${bytes}
  )`)
  await run('CREATE INDEX passages_id ON passages (id)')
}

/** How many passages are brought into the search at once. */
const BATCH = 1000

async function createSearch(run: Run, engine: Engine): Promise<void> {
  if (engine === 'postgres') {
    // Each character with four bits of the next one: half as many tokens as single characters and pairs, and few kinds.
    // Each kind costs time on import: with six bits it takes 1.7 times as long.
    // A tsvector holds a megabyte: of a passage without end, which has few kinds for its length, each is taken once.
    const grams = `character || chr(48 + (coalesce(ascii(lead(character) OVER ()), 0) & 15))
      FROM unnest(string_to_array(folded, NULL)) AS character`
    await run(`CREATE FUNCTION speeches_grams(folded text) RETURNS tsvector
      LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 10000 AS $$
        SELECT array_to_tsvector(CASE WHEN length(folded) < 100000
          THEN array(SELECT ${grams})
          ELSE array(SELECT DISTINCT gram FROM (SELECT ${grams}) AS pairs (gram) LIMIT 130000)
        END)
      $$`)
    await run(`CREATE INDEX passages_grams ON passages USING gin (speeches_grams(folded))
      WITH (fastupdate = on, gin_pending_list_limit = 65536) WHERE newest = 1`)
    // How frequent each token is would take seconds to learn, and changes no plan.
    await run('ALTER INDEX passages_grams ALTER COLUMN 1 SET STATISTICS 0')
    return
  }
  await run(
    `CREATE VIRTUAL TABLE grams USING fts5(tokens, content = '', contentless_delete = 1, detail = none, tokenize = "ascii")`,
  )
  for (let after = 0; ; ) {
    const rows = await run(
      'SELECT row, kind, folded, citations FROM passages WHERE newest = 1 AND row > ? ORDER BY row LIMIT ?',
      [after, BATCH],
    )
    for (const { row, kind, folded, citations } of rows) {
      const grams = gramsOf({ kind: Number(kind), folded: String(folded), citations: citations as string | null })
      await run('INSERT INTO grams (rowid, tokens) VALUES (?, ?)', [row, grams])
      after = Number(row)
    }
    if (rows.length < BATCH) return
  }
}

async function createRedirects(run: Run, engine: Engine): Promise<void> {
  const { number, text } = TYPES[engine]
  await run(`CREATE TABLE redirects (
    document ${number} NOT NULL,
    id ${text} NOT NULL,
    successor ${text} NOT NULL,
    parser ${text} NOT NULL,
    text ${text},
    PRIMARY KEY (id, document)
  )`)
}

/** An index of our own in the place of Postgres' GIN, which names passages but says nothing that ranks them. */
async function createPostings(run: Run, engine: Engine): Promise<void> {
  if (engine === 'sqlite') return
  await run('DROP INDEX passages_grams')
  await run('DROP FUNCTION speeches_grams(text)')
  await run(`CREATE TABLE segments (
    first BIGINT PRIMARY KEY,
    last BIGINT NOT NULL,
    removed INT8MULTIRANGE NOT NULL DEFAULT '{}',
    holders BYTEA NOT NULL
  )`)
  await run(`CREATE TABLE postings (
    segment BIGINT NOT NULL,
    gram BIGINT NOT NULL,
    bytes BYTEA NOT NULL,
    PRIMARY KEY (segment, gram)
  )`)
  // They are packed already, and what stands in them tells no plan anything.
  await run(`ALTER TABLE postings ALTER bytes SET STORAGE EXTERNAL,
    ALTER segment SET STATISTICS 0, ALTER gram SET STATISTICS 0, ALTER bytes SET STATISTICS 0`)
  await settleSegments(run, 1)
}
