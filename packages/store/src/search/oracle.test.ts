import { describeOracle } from '../testing/oracle.ts'
import { sqlitePlaces } from '../testing/places.ts'

describeOracle('sqlite', sqlitePlaces(), { paragraphs: 2000, queries: 400 })
