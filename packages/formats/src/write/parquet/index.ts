import { ByteWriter, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer'
import type { Writer } from '../writer.ts'
import { EDITS, PARAGRAPHS, SPEECHES, type Table, type Value } from './tables.ts'

/** How many rows are kept until they are written; what bounds the memory. */
const GROUP = 10_000

/** One speech a row. */
export const parquetSpeeches: Writer<Uint8Array> = tableWriter(SPEECHES)
/** One paragraph, point or closing a row. */
export const parquetParagraphs: Writer<Uint8Array> = tableWriter(PARAGRAPHS)
/** One repair a row. */
export const parquetEdits: Writer<Uint8Array> = tableWriter(EDITS)

/** Apache Parquet (https://parquet.apache.org), a group of rows a piece. */
function tableWriter(table: Table): Writer<Uint8Array> {
  return {
    *write(result, options) {
      const sink = createSink(table.columns)
      for (const row of table.rows(result, 1, options)) {
        sink.add(row)
        if (sink.isFull()) yield sink.flush()
      }
      yield sink.finish()
    },
    async *join(results, options) {
      const sink = createSink(table.columns)
      let page = 0
      for await (const result of results) {
        page++
        for (const row of table.rows(result, page, options)) {
          sink.add(row)
          if (sink.isFull()) yield sink.flush()
        }
      }
      yield sink.finish()
    },
  }
}

/** Takes rows and gives the bytes of a file. */
function createSink(columns: Table['columns']) {
  const fields = Object.entries(columns).map(([name, type]) => ({ name, type, data: [] as Value[] }))
  const bytes = new ByteWriter()
  const file = new ParquetWriter({
    writer: bytes,
    schema: schemaFromColumnData({ columnData: fields }),
    createdBy: 'speeches',
  })
  let count = 0

  return {
    add(row: Readonly<Record<string, Value>>): void {
      for (const field of fields) field.data.push(row[field.name] ?? null)
      count++
    },
    isFull: () => count === GROUP,
    flush(): Uint8Array {
      file.write({ columnData: fields, rowGroupSize: GROUP })
      for (const field of fields) field.data = []
      count = 0
      return take()
    },
    finish(): Uint8Array {
      if (count > 0) file.write({ columnData: fields, rowGroupSize: GROUP })
      file.finish()
      return take()
    },
  }

  /** What has been written since the last time. */
  function take(): Uint8Array {
    const written = bytes.getBytes().slice()
    bytes.index = 0
    return written
  }
}
