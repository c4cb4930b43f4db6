import { h, render } from 'preact'
import { fill } from '../i18n/fill.ts'
import { App } from '../try/app.tsx'

const root = document.getElementById('try')
if (root) {
  const { strings = '{}', formats = '[]' } = root.dataset
  const said: Record<string, string> = JSON.parse(strings)
  root.replaceChildren()
  render(h(App, { t: (key, values) => fill(said[key] ?? key, values), formats: JSON.parse(formats) }), root)
}

if ('serviceWorker' in navigator) navigator.serviceWorker.register('/sw.js').catch(() => undefined)
