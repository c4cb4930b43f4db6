import type { Database } from '../database/database.ts'
import { DOCUMENT_ROWS, inTurn, removeContents, settleNewest } from './write.ts'

export async function deleteDocument(database: Database, id: string): Promise<boolean> {
  return await inTurn(database, async (writer) => {
    const { tables } = writer
    const document = await tables.selectFrom('documents').select(DOCUMENT_ROWS).where('id', '=', id).executeTakeFirst()
    if (!document) return false
    const { row } = document
    const origins = await tables
      .selectFrom('versions')
      .select('origin')
      .distinct()
      .where('document', '=', row)
      .execute()
    await removeContents(writer, document)
    await tables.deleteFrom('versions').where('document', '=', row).execute()
    await tables.deleteFrom('redirects').where('document', '=', row).execute()
    await tables.deleteFrom('sources').where('document', '=', row).execute()
    await tables.deleteFrom('documents').where('row', '=', row).execute()
    for (const { origin } of origins) {
      const last = await tables
        .selectFrom('versions')
        .select('document')
        .where('origin', '=', origin)
        .orderBy('number', 'desc')
        .executeTakeFirst()
      if (last) await settleNewest(writer, last.document)
    }
    return true
  })
}
