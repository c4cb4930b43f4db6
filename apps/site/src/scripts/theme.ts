/** The switch between light and dark, and the sign that scripts run. */
const root = document.documentElement
root.dataset.scripted = ''

document.querySelector('[data-theme-switch]')?.addEventListener('click', () => {
  const isDark = getComputedStyle(root).colorScheme === 'dark' || (!root.dataset.theme && prefersDark())
  root.dataset.theme = isDark ? 'light' : 'dark'
  try {
    localStorage.setItem('theme', root.dataset.theme)
  } catch {
    // Without storage, the choice holds for this page.
  }
})

function prefersDark(): boolean {
  return matchMedia('(prefers-color-scheme: dark)').matches
}

export {}
