interface Readable {
  type: string
  value?: string
  children?: readonly Readable[]
}

/** The restored text of a node: the values of its leaves, one behind the other. */
export function textOf(node: Readable): string {
  if (node.value !== undefined) return node.value
  if (!node.children) return ''
  return node.children.map(textOf).join('')
}
