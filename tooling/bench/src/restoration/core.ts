export * as fullLexicon from '../../../../packages/core/src/generated/lexicon-full.ts'
