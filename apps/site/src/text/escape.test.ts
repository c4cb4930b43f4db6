import { expect, test } from 'vitest'
import { escapeHtml } from './escape.ts'

test('markup is shown as text', () => {
  expect(escapeHtml(`<script>"a"&'b'</script>`)).toBe('&lt;script&gt;&quot;a&quot;&amp;&#39;b&#39;&lt;/script&gt;')
})

test('nothing turns the direction of the page, and nothing is no character', () => {
  expect(escapeHtml('甲\u202e乙')).toBe('甲&lt;U+202E&gt;乙')
  expect(escapeHtml('甲\ud800乙\u0007\n')).toBe('甲\ufffd乙\ufffd\n')
})
