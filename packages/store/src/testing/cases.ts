import type { Store } from '../store.ts'
import { describeGetting } from './cases/getting.ts'
import { describeImporting } from './cases/importing.ts'
import { describeListing } from './cases/listing.ts'
import { describeOpening } from './cases/opening.ts'
import { describeOrdering } from './cases/ordering.ts'
import { describeReparsing } from './cases/reparsing.ts'
import { describeSearching } from './cases/searching.ts'
import { describeWhole } from './cases/whole.ts'
import type { Places } from './stage.ts'

/** What holds of every store, whatever the engine. */
export function describeStore(engine: Store['engine'], places: Places): void {
  describeImporting(engine, places)
  describeGetting(engine, places)
  describeListing(engine, places)
  describeSearching(engine, places)
  describeOrdering(engine, places)
  describeWhole(engine, places)
  describeReparsing(engine, places)
  describeOpening(engine, places)
}
