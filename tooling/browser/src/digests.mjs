// Runs in Node and in browsers alike, from the files that the package has.

/** The results that are compared: what `parse` makes of a page with the small table and with the full one. */
const RESULTS = ['small', 'full']

/**
 * Digests (SHA-256) of what this runtime makes of pages: one a page and word table, and one of the table of CP936.
 *
 * @param {string} parser where the built parser is: a URL that ends in a slash
 * @param {string} cp936 where the module with the table is
 * @param {string[]} pages
 * @returns {Promise<{ small: string[], full: string[], cp936: string }>}
 */
export async function digestAll(parser, cp936, pages) {
  const { parse } = await import(`${parser}index.js`)
  const { lexicon } = await import(`${parser}lexicon.js`)
  const options = { small: {}, full: { lexicon } }
  const digests = { small: [], full: [], cp936: await digest((await import(cp936)).cp936().toUnit) }
  const encoder = new TextEncoder()
  for (const page of pages) {
    for (const name of RESULTS) {
      digests[name].push(await digest(encoder.encode(JSON.stringify(parse(page, options[name])))))
    }
  }
  return digests
}

async function digest(bytes) {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
