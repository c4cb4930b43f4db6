/** Says below the passage why a character was changed, when it is touched, hovered or focused. */
const example = document.getElementById('living')
const why = example?.querySelector('output')

function tell(event: Event): void {
  const fix = event.target instanceof Element ? event.target.closest<HTMLElement>('.fix') : null
  if (!fix || !why) return
  why.textContent = fix.title
  for (const other of example?.querySelectorAll('.fix.told') ?? []) other.classList.remove('told')
  fix.classList.add('told')
}

for (const kind of ['pointerover', 'focusin', 'click']) example?.addEventListener(kind, tell)

export {}
