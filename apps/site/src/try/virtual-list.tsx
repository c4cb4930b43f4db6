import type { ComponentChildren } from 'preact'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'

interface Props {
  count: number
  /** What the rows are of; when it changes, all heights are forgotten. */
  identity: unknown
  /** How high a row will be, roughly, in px. */
  estimate: (row: number, width: number) => number
  render: (row: number) => ComponentChildren
  /** Bring this row into view; a new object asks again. */
  target: { row: number } | null
  label: string
  class: string
  onKeyDown?: (event: KeyboardEvent) => void
  onClick?: (event: MouseEvent) => void
}

/** Rows beyond the visible ones, above and below. */
const SPARE = 6

/** A list of which only what can be seen is drawn. Rows may be of any height: guessed first, measured when drawn. */
export function VirtualList({ count, identity, estimate, render, target, label, class: name, ...on }: Props) {
  const scroller = useRef<HTMLDivElement>(null)
  const drawn = useRef<HTMLDivElement>(null)
  const [view, setView] = useState({ top: 0, height: 800, width: 600 })
  const [, redraw] = useState(0)

  const heights = useMemo(() => {
    const guessed = new Float64Array(count)
    for (let row = 0; row < count; row++) guessed[row] = estimate(row, view.width)
    return guessed
  }, [identity, count, view.width])
  const offsets = offsetsOf(heights)

  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const look = () =>
      setView((old) => {
        const { scrollTop: top, clientHeight: height, clientWidth: width } = element
        return old.top === top && old.height === height && old.width === width ? old : { top, height, width }
      })
    look()
    const observer = new ResizeObserver(look)
    observer.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [])

  const first = Math.max(0, rowAt(offsets, view.top) - SPARE)
  const last = Math.min(count, rowAt(offsets, view.top + view.height) + 1 + SPARE)

  useLayoutEffect(() => {
    const element = scroller.current
    if (!element || !drawn.current) return
    let grownAbove = 0
    let changed = false
    for (const child of drawn.current.children) {
      const row = Number((child as HTMLElement).dataset.row)
      const height = child.getBoundingClientRect().height
      const difference = height - (heights[row] ?? 0)
      if (Math.abs(difference) < 0.5) continue
      if ((offsets[row] as number) < view.top) grownAbove += difference
      heights[row] = height
      changed = true
    }
    if (!changed) return
    if (grownAbove !== 0) element.scrollTop += grownAbove
    redraw((count) => count + 1)
  })

  useEffect(() => {
    if (!target || !scroller.current) return
    const { clientHeight, scrollTop } = scroller.current
    const top = offsetsOf(heights)[target.row] ?? 0
    const height = heights[target.row] ?? 0
    if (top >= scrollTop && top + height <= scrollTop + clientHeight) return
    scroller.current.scrollTop = Math.max(0, top - clientHeight / 3)
  }, [target])

  const rows: ComponentChildren[] = []
  for (let row = first; row < last; row++) {
    rows.push(
      <div key={row} data-row={row} class="virtual-row">
        {render(row)}
      </div>,
    )
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section ref={scroller} class={`virtual-list ${name}`} aria-label={label} tabIndex={0} {...on}>
      <div class="virtual-space" style={{ height: `${offsets[count] ?? 0}px` }}>
        <div ref={drawn} style={{ transform: `translateY(${offsets[first] ?? 0}px)` }}>
          {rows}
        </div>
      </div>
    </section>
  )
}

/** Where each row starts, and where the last one ends. */
function offsetsOf(heights: Float64Array): Float64Array {
  const offsets = new Float64Array(heights.length + 1)
  for (let row = 0; row < heights.length; row++) offsets[row + 1] = (offsets[row] as number) + (heights[row] as number)
  return offsets
}

function rowAt(offsets: Float64Array, top: number): number {
  let low = 0
  let high = Math.max(0, offsets.length - 2)
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((offsets[middle] as number) <= top) low = middle
    else high = middle - 1
  }
  return low
}
