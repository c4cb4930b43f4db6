/** Results while typing: the same page is asked for, and its results are put in place of those shown. */
const form = document.querySelector<HTMLFormElement>('.search-form')
const box = form?.querySelector<HTMLInputElement>('input')
const results = document.getElementById('results')
const count = document.getElementById('count')

/** How long (ms) to wait for the next letter. */
const PAUSE = 180
let timer: ReturnType<typeof setTimeout> | undefined
let running: AbortController | undefined

async function search(): Promise<void> {
  if (!form || !results) return
  running?.abort()
  running = new AbortController()
  const { signal } = running
  const address = new URL(form.action)
  for (const [name, value] of new FormData(form)) if (value !== '') address.searchParams.set(name, String(value))
  results.setAttribute('aria-busy', 'true')
  try {
    const answer = await fetch(address, { signal })
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const found = page.getElementById('results')
    if (!answer.ok || !found) throw new Error(String(answer.status))
    results.replaceChildren(...found.childNodes)
    if (count) count.textContent = page.getElementById('count')?.textContent.trim() ?? ''
    history.replaceState(null, '', address)
    document.title = page.title
  } catch {
    // The form still works: it asks for the page as a whole.
  } finally {
    if (!signal.aborted) results.setAttribute('aria-busy', 'false')
  }
}

form?.addEventListener('input', (event) => {
  if (event instanceof InputEvent && event.isComposing) return
  clearTimeout(timer)
  timer = setTimeout(search, PAUSE)
})
box?.addEventListener('compositionend', () => {
  clearTimeout(timer)
  timer = setTimeout(search, PAUSE)
})
document.addEventListener('keydown', (event) => {
  const isTyping = event.target instanceof HTMLElement && event.target.matches('input, textarea, select')
  if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey) return
  event.preventDefault()
  box?.focus()
  box?.select()
})

/** Arrow keys go from the box through the hits and back. */
document.addEventListener('keydown', (event) => {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  const stops: (Element | null | undefined)[] = [box, ...document.querySelectorAll('.hit')]
  const here = stops.indexOf(document.activeElement)
  const next = stops[here + step]
  if (step === 0 || here === -1 || !(next instanceof HTMLElement)) return
  event.preventDefault()
  next.focus()
})

export {}
