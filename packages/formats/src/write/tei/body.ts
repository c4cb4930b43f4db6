import type {
  Collection,
  Heading,
  Item,
  Preface,
  Related,
  Section,
  SectionContent,
  Speech,
  SpeechContent,
} from '@speeches/core/schema'
import type { Repairs } from '../repairs.ts'
import { element, escapeXml, xmlId } from '../xml.ts'
import { phrasingXml } from './phrasing.ts'

type Content = SpeechContent | SectionContent

/** The text of a page as TEI: preface as front, items and speeches as divisions of the body, related links as back. */
export function textXml({ children }: Collection, repairs: Repairs): string {
  const front: string[] = []
  const head: string[] = []
  const body: string[] = []
  const back: string[] = []
  for (const child of children) {
    if (child.type === 'preface') front.push(prefaceXml(child, repairs))
    else if (child.type === 'heading' && head.length === 0) head.push(headXml(child, repairs))
    else if (child.type === 'item') body.push(itemXml(child, repairs))
    else if (child.type === 'related') back.push(relatedXml(child))
  }
  const divisions = body.length === 0 ? ['<ab/>'] : body
  return block('text', {}, [
    ...(front.length === 0 ? [] : [block('front', {}, front)]),
    block('body', {}, [...head, ...divisions]),
    ...(back.some(Boolean) ? [block('back', {}, back)] : []),
  ])
}

function prefaceXml({ children }: Preface, repairs: Repairs): string {
  const paragraphs = children.map((child) =>
    element('p', { 'xml:id': xmlId('p', child.id) }, phrasingXml(child.children, repairs)),
  )
  return block('div', { type: 'preface' }, paragraphs)
}

function itemXml({ ordinal, printedOrdinal, children }: Item, repairs: Repairs): string {
  let isHeaded = false
  const parts = children.map((child) => {
    if (child.type === 'noise') return ''
    if (child.type === 'speech') return speechXml(child, repairs)
    if (child.type === 'heading' && !isHeaded) {
      isHeaded = true
      return headXml(child, repairs)
    }
    return element('note', { type: child.type }, phrasingXml(child.children, repairs))
  })
  const n = String(printedOrdinal ?? ordinal)
  return block('div', { type: 'item', n }, parts)
}

function speechXml({ id, children }: Speech, repairs: Repairs): string {
  return block('div', { type: 'speech', 'xml:id': xmlId('s', id) }, contentXml(children, repairs))
}

function sectionXml({ kind, marker, children }: Section, repairs: Repairs): string {
  return block('div', { type: 'section', subtype: kind, n: marker }, contentXml(children, repairs))
}

/**
 * What a division holds. In TEI nothing but divisions may follow a division, so what comes after a section is one too.
 */
function contentXml(children: readonly Content[], repairs: Repairs): string[] {
  const xml: string[] = []
  let passage: string[] = xml
  children.forEach((child, index) => {
    if (child.type === 'noise') return
    if (child.type === 'section') {
      closePassage()
      xml.push(sectionXml(child, repairs))
      passage = []
      return
    }
    passage.push(child.type === 'heading' && index === 0 ? headXml(child, repairs) : lineXml(child, repairs))
  })
  closePassage()
  return xml

  function closePassage(): void {
    if (passage !== xml && passage.length > 0) xml.push(block('div', { type: 'passage' }, passage))
  }
}

function headXml({ children }: Heading, repairs: Repairs): string {
  return element('head', {}, phrasingXml(children, repairs))
}

function lineXml(node: Exclude<Content, { type: 'section' | 'noise' }>, repairs: Repairs): string {
  switch (node.type) {
    case 'paragraph':
      return element('p', { 'xml:id': xmlId('p', node.id) }, phrasingXml(node.children, repairs))
    case 'list': {
      const points = node.children.map((point) =>
        element('item', { 'xml:id': xmlId('p', point.id) }, phrasingXml(point.children, repairs)),
      )
      return block('list', {}, points)
    }
    case 'closing': {
      const attributes = { type: 'closing', subtype: node.kind, 'xml:id': xmlId('p', node.id) }
      return element('ab', attributes, phrasingXml(node.children, repairs))
    }
    default:
      return element('ab', { type: node.type }, phrasingXml(node.children, repairs))
  }
}

function relatedXml({ children }: Related): string {
  const links = children.filter((child) => child.type === 'relatedLink')
  if (links.length === 0) return ''
  const items = links.map(({ title, label, count }) => {
    const note = [label ?? '', count === null ? '' : `${count}篇`].join('')
    const bracket = note === '' ? '' : element('note', {}, escapeXml(note))
    return element('item', {}, element('title', {}, escapeXml(title)) + bracket)
  })
  return block('div', { type: 'related' }, [block('list', {}, items)])
}

/** An element with a line for each of its parts. */
function block(
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
  parts: readonly string[],
): string {
  const content = parts.filter((part) => part !== '')
  return element(name, attributes, content.length === 0 ? '' : `\n${content.join('\n')}\n`)
}
