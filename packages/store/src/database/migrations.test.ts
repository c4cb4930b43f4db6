import { describeMigrations } from '../testing/migrations.ts'
import { sqlitePlaces } from '../testing/places.ts'

describeMigrations('sqlite', sqlitePlaces())
