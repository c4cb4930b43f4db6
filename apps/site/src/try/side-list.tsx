import type { ComponentChildren } from 'preact'
import { useCallback, useEffect, useState } from 'preact/hooks'
import { VirtualList } from './virtual-list.tsx'

interface Props {
  label: string
  count: number
  identity: unknown
  height: number
  /** The row that the selection is in; -1 where it is in none. */
  current: number
  empty: string
  select: (row: number) => void
  render: (row: number) => ComponentChildren
}

/** A list beside the page: each row leads to its place. Arrow keys go from row to row. */
export function SideList({ label, count, identity, height, current, empty, select, render }: Props) {
  const [target, setTarget] = useState<{ row: number } | null>(null)
  useEffect(() => {
    if (current >= 0) setTarget({ row: current })
  }, [current, identity])
  const estimate = useCallback(() => height, [height])
  if (count === 0) return <p class="soft side-empty">{empty}</p>

  function onKeyDown(event: KeyboardEvent): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const row = current + step
    if (step === 0 || row < 0 || row >= count) return
    event.preventDefault()
    select(row)
  }

  return (
    <VirtualList
      class="side-list"
      label={label}
      count={count}
      identity={identity}
      estimate={estimate}
      target={target}
      onKeyDown={onKeyDown}
      render={(row) => (
        <button type="button" class="side-row" aria-current={row === current} onClick={() => select(row)}>
          {render(row)}
        </button>
      )}
    />
  )
}
