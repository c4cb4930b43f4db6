import { h, render } from 'preact'
import { fill } from '../i18n/fill.ts'
import type { Translate } from '../i18n/locale.ts'
import { App } from '../try/app.tsx'

const root = document.getElementById('try')
if (root) {
  const { strings = '{}', wordings = '{}', formats = '[]' } = root.dataset
  const said: Record<string, string> = JSON.parse(strings)
  root.replaceChildren()
  const t: Translate = (key, values) => fill(said[key] ?? key, values)
  render(h(App, { t, wordings: JSON.parse(wordings), formats: JSON.parse(formats) }), root)
}

if ('serviceWorker' in navigator) navigator.serviceWorker.register('/sw.js').catch(() => undefined)
