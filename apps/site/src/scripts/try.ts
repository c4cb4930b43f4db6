import { h, render } from 'preact'
import { LOCALES, translator } from '../i18n/locale.ts'
import { App } from '../try/app.tsx'

const root = document.getElementById('try')
if (root) {
  const locale = LOCALES.find((one) => one === root.dataset.locale) ?? 'hans'
  root.replaceChildren()
  render(h(App, { t: translator(locale), formats: JSON.parse(root.dataset.formats ?? '[]') }), root)
}

if ('serviceWorker' in navigator) navigator.serviceWorker.register('/sw.js').catch(() => undefined)
