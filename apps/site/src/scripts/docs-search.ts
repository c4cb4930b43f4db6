/** The search of the documentation; its index is loaded with the first letter. */
interface Found {
  url: string
  excerpt: string
  meta: { title?: string }
}
interface Pagefind {
  debouncedSearch(query: string): Promise<{ results: { data(): Promise<Found> }[] } | null>
}

const PAGEFIND = '/pagefind/pagefind.js'
const MOST_FOUND = 8
const box = document.querySelector<HTMLInputElement>('#docs-q')
const list = document.querySelector<HTMLOListElement>('.docs-found')
let loading: Promise<Pagefind> | undefined

box?.addEventListener('input', async () => {
  loading ??= import(/* @vite-ignore */ PAGEFIND) as Promise<Pagefind>
  const answer = await (await loading).debouncedSearch(box.value)
  if (!answer) return
  const found = await Promise.all(answer.results.slice(0, MOST_FOUND).map((result) => result.data()))
  const isVain = box.value.trim() !== '' && found.length === 0
  list?.replaceChildren(...(isVain ? [nothing()] : found.map(toItem)))
})
box?.form?.addEventListener('submit', (event) => event.preventDefault())

function nothing(): HTMLLIElement {
  const item = document.createElement('li')
  item.textContent = list?.dataset.nothing ?? ''
  return item
}

function toItem({ url, excerpt, meta }: Found): HTMLLIElement {
  const item = document.createElement('li')
  const link = document.createElement('a')
  link.href = url.replace(/\/index\.html$/, '').replace(/(.)\/$/, '$1')
  link.textContent = meta.title ?? url
  const words = document.createElement('p')
  // Text and <mark> only: what Pagefind writes into excerpts is escaped, and read here as text again.
  const read = new DOMParser().parseFromString(excerpt, 'text/html').body
  for (const node of read.childNodes) {
    const piece = document.createElement(node.nodeName === 'MARK' ? 'mark' : 'span')
    piece.textContent = node.textContent
    words.append(piece)
  }
  item.append(link, words)
  return item
}

export {}
