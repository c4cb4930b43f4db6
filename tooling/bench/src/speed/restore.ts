import { restore } from '@speeches/core'
import { restorePage } from '../../../../packages/core/src/restore/restore.ts'
import { compare, print } from './measure.ts'
import { glossedPage } from './restore-page.ts'

/** How long restoring takes, measured against decoding the same bytes in the same run. */
export function benchRestore(): void {
  print('restore, × TextDecoder', [
    ['text and patches', compare(glossedPage, (source) => restorePage(source).text)],
    ['text and edits', compare(glossedPage, (source) => restore(source).edits)],
  ])
}
