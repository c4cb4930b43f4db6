import type { Noise } from '../schema/phrasing.ts'
import { isEditorRemark } from './constructs/noise.ts'
import type { Line } from './line.ts'
import type { Lines } from './lines.ts'

/**
 * What an editor remarks inside a speech comments on it.
 *
 *     (編者注:此處原有掌聲,略。)
 */
export function readEditorRemarks(scanned: Lines): Lines {
  let noise: Map<Line, Noise['kind']> | undefined
  for (const [line, kind] of scanned.noise) {
    if (kind !== 'footer' || !isEditorRemark(line.head)) continue
    noise ??= new Map(scanned.noise)
    noise.set(line, 'comment')
  }
  return noise ? { ...scanned, noise } : scanned
}
