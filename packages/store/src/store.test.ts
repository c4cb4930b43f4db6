import { describeStore } from './testing/cases.ts'
import { sqlitePlaces } from './testing/places.ts'

describeStore('sqlite', sqlitePlaces())
