import { expect } from '../report.ts'
import type { Scene } from '../scene.ts'

const READ = ['speech', 'repairs', 'passage', 'search', 'front']
const WIDTHS = [360, 412, 820, 1280]

/** No line starts with a closing mark or ends with an opening one: read from the line boxes. */
export async function checkLines({ context, pages, report }: Scene): Promise<void> {
  const page = await context.newPage()
  for (const width of WIDTHS) {
    await report.check(`line ends at ${width} px`, async () => {
      await page.setViewportSize({ width, height: 900 })
      let lines = 0
      for (const name of READ) {
        await page.goto(pages[name] ?? '')
        const found = await page.evaluate(readLines)
        lines += found.lines
        expect(found.wrong.length === 0, `${name}: ${found.wrong.join(' / ')}`)
        expect(found.overflow <= 0, `${name} is ${found.overflow} px wider than the screen`)
      }
      return `${lines} lines`
    })
  }
  await report.check('a speech prints 28 characters a line and 22 lines a page', async () => {
    await page.setViewportSize({ width: TEXT_WIDTH, height: 900 })
    await page.emulateMedia({ media: 'print' })
    await page.goto(pages.speech ?? '')
    const { width, step, pitch } = await page.evaluate(readPrint)
    expect(Math.floor(width / step) === 28, `${width} px hold ${width / step} characters`)
    expect(Math.floor(TEXT_HEIGHT / pitch) === 22, `lines are ${pitch} px high`)
    const hidden = await page.locator('.site-head, .site-foot, .tools, .apparatus, .outline, .permalink').all()
    for (const one of hidden) expect(!(await one.isVisible()), 'only the speech is printed')
  })
  await page.close()
}

/** What official documents leave for text on A4: 156 by 225 mm (GB/T 9704-2012, 5.2), in px. */
const [TEXT_WIDTH, TEXT_HEIGHT] = [590, 850.4]

/** Runs in the page: how wide the text is, how far hanzi stand apart, and how high lines are (px). */
function readPrint(): { width: number; step: number; pitch: number } {
  const text = document.querySelector('.book .text') as HTMLElement
  const { fontSize, letterSpacing, lineHeight } = getComputedStyle(text)
  const step = Number.parseFloat(fontSize) + Number.parseFloat(letterSpacing)
  return { width: text.clientWidth, step, pitch: Number.parseFloat(lineHeight) }
}

/** Runs in the page. */
function readLines(): { lines: number; wrong: string[]; overflow: number } {
  const CLOSING = '，。、；：！？）》”’」』】'
  const OPENING = '《“‘（「『【'
  const wrong: string[] = []
  let lines = 0
  for (const block of document.querySelectorAll(
    '.book .text p, .book .text li, .book .text h2, .passage, .hit, .living-now p',
  )) {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
    let line = ''
    let lineMiddle = Number.NEGATIVE_INFINITY
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement?.closest('.hidden, .permalink')) continue
      const text = node.nodeValue ?? ''
      for (let index = 0; index < text.length; index++) {
        const range = document.createRange()
        range.setStart(node, index)
        range.setEnd(node, index + 1)
        const box = [...range.getClientRects()].sort((a, b) => b.width - a.width)[0]
        if (!box || box.width === 0 || text.charAt(index).trim() === '') continue
        const middle = (box.top + box.bottom) / 2
        if (middle > lineMiddle + box.height / 2 && line !== '') {
          judge(line, false)
          line = ''
        }
        lineMiddle = middle
        line += text.charAt(index)
      }
    }
    judge(line, true)
  }

  function judge(full: string, isLast: boolean): void {
    lines++
    if (CLOSING.includes(full.charAt(0))) wrong.push(`starts: ${full.slice(0, 12)}`)
    if (!isLast && OPENING.includes(full.charAt(full.length - 1))) wrong.push(`ends: ${full.slice(-12)}`)
  }
  return { lines, wrong, overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth }
}
