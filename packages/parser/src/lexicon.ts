export { lexicon } from '@speeches/core/lexicon'
