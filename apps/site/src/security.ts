/** Nothing from elsewhere, nothing inline. */
const POLICY = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self'",
  'font-src': "'self'",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'manifest-src': "'self'",
  'form-action': "'self'",
  'base-uri': "'none'",
  'frame-ancestors': "'none'",
}

/** The search of the documentation is WebAssembly, and of no other page. */
const WITH_WASM = { ...POLICY, 'script-src': "'self' 'wasm-unsafe-eval'" }

/** What every answer carries besides. */
const HEADERS: readonly (readonly [string, string])[] = [
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'same-origin'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  ['Permissions-Policy', 'camera=(), geolocation=(), microphone=()'],
]

/** The security headers of an address. */
export function policyFor(address: string): readonly (readonly [string, string])[] {
  const needsWasm = /^\/(?:(?:hant|en)\/)?(?:docs|pagefind)(?:[/?]|$)/.test(address)
  const policy = Object.entries(needsWasm ? WITH_WASM : POLICY)
  return [['Content-Security-Policy', policy.map((directive) => directive.join(' ')).join('; ')], ...HEADERS]
}
