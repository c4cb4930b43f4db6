export { pageOf, pageOfParagraphs } from './pages.ts'
export { type PostgresServer, postgresPrograms, startPostgres } from './postgres.ts'
export { createRandom, type Random } from './random.ts'
