import { expect, test } from 'vitest'
import { parseStored } from '../pool/page.ts'
import { openApi } from '../testing/api.ts'

test('what is parsed again is what was parsed, whatever file it came as', async () => {
  const api = await openApi()
  const text = '河湾村讲话\n同志们：\n养(yǎng)好村道，学??可以。\n谢谢大家！\n'
  const bytes = {
    'text/plain': Buffer.from(text),
    'text/plain; charset=utf-16le': Buffer.from(text, 'utf16le'),
    'text/html; charset=utf-8': Buffer.from(`<!doctype html><title>河湾村讲话</title>${text.replaceAll('\n', '<br>')}`),
    'application/octet-stream': Buffer.concat([Buffer.from(text), Uint8Array.of(0xff), Buffer.from('完\n')]),
  }
  for (const [type, body] of Object.entries(bytes)) {
    const init = { method: 'POST', body: new Uint8Array(body), headers: { 'Content-Type': type } }
    const { id } = (await (await api.request('/v1/documents', init)).json()) as { id: string }
    const { store } = api.services
    const source = await store.getSource(id)
    if (!source) throw new Error(`${type} was not stored`)
    expect(JSON.parse(JSON.stringify(await parseStored(source))), type).toEqual(await store.getResult(id))
  }
  await api.close()
})

test('text that a newer reader would read otherwise stays as it was read', async () => {
  const text = '同志们：\n渠要早修。\n'
  const stored = { bytes: Buffer.from('something else'), text, encoding: 'utf-8', format: 'text', hash: '', size: 14 }
  const { collection } = await parseStored(stored)
  expect(JSON.stringify(collection)).toContain('渠要早修')
})
