import node from '@astrojs/node'
import { defineConfig } from 'astro/config'

/** Scripts and styles are files of their own, never inline: the content policy allows no other. */
export default defineConfig({
  output: 'static',
  // The address that visitors reach the site at: social cards need it, and nothing else.
  ...(process.env.SPEECHES_SITE_URL && { site: process.env.SPEECHES_SITE_URL }),
  adapter: node({ mode: 'middleware' }),
  trailingSlash: 'ignore',
  build: { inlineStylesheets: 'never', format: 'directory' },
  devToolbar: { enabled: false },
  prefetch: false,
  markdown: { syntaxHighlight: false },
  security: { checkOrigin: true },
  vite: {
    // Readers run in a worker: what a package keeps for browsers may ask for a document there.
    resolve: { conditions: ['worker', 'module', 'browser', 'development|production'] },
    build: { assetsInlineLimit: 0, target: ['chrome125', 'firefox128', 'safari18'], chunkSizeWarningLimit: 2000 },
    worker: { format: 'es' },
  },
})
