/** The outline beside a text follows: the heading that was last passed is marked. */
const links = [...document.querySelectorAll<HTMLAnchorElement>('.outline a')]
const headings = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))))
let scheduled = false

function follow(): void {
  scheduled = false
  const passed = headings.findLastIndex((heading) => heading && heading.getBoundingClientRect().top < innerHeight / 4)
  for (const [index, link] of links.entries()) {
    if (index === Math.max(passed, 0)) link.setAttribute('aria-current', 'location')
    else link.removeAttribute('aria-current')
  }
}

if (links.length > 0) {
  follow()
  addEventListener(
    'scroll',
    () => {
      if (scheduled) return
      scheduled = true
      requestAnimationFrame(follow)
    },
    { passive: true },
  )
}

export {}
