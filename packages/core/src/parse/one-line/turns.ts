import { isSpeakerLabel, namesHost } from '../constructs/byline.ts'
import { isStage, STAGE_LIMIT } from '../constructs/stage.ts'
import { turnLength } from '../constructs/turn.ts'

/** A script in one line has at least so many turns. */
const TURNS = 3

/** The label of a turn, with what stands behind it in brackets, has at most so many units. */
const LABEL = 24

/**
 * The turns of a script, whose labels tell more of it than its numbers do; empty where the line holds none.
 *
 *     男:尊敬的各位領導,女:親愛的同學們,合:大家好!
 *     ^                 ^               ^
 */
export function findTurns(folded: string, least = TURNS): number[] {
  const labels = folded.matchAll(
    /(?<=^|[。!?;,~…”) ] ?|[词稿录答])(?:[(【]?[一-龥A-D]{1,5}\d?[)】]?:|[(【][一-龥A-D]{1,5}\d?[)】])/g,
  )
  const turns: number[] = []
  const named = new Map<string, number[]>()
  for (const { index, 0: label } of labels) {
    if (turnLength(folded.slice(index, index + LABEL)) > 0) turns.push(index)
    else if (!named.get(label)?.push(index)) named.set(label, [index])
  }
  // 記者:…老船長:…記者:…老船長:… — whoever else speaks again and again.
  const speakers = [...named.values()].filter((starts) => starts.length >= TURNS)
  if (
    speakers.length > 1 &&
    !/[。!?:]/.test(folded.slice(0, Math.min(turns[0] ?? folded.length, speakers[0]?.[0] ?? 0)))
  )
    for (const starts of speakers) for (const at of starts) turns.push(at)
  return turns.length >= least ? turns.sort((a, b) => a - b) : []
}

/** Both ends of the stage directions and boxed labels between sentences: 伏師傅從來沒有坐過。(點睛)男:龍睛一亮【縣長講話】 */
export function findStages(folded: string): number[] {
  return [
    ...folded.matchAll(
      /(?<=^|[。!?~…”)\]] ?)(?:\((?!未完)[^()]{1,40}\)|\[[^[\]]{1,40}\]|【[^【】]{2,24}】(?!相关|推荐))/g,
    ),
  ].flatMap(({ index, 0: stage }) =>
    (stage.length <= STAGE_LIMIT && isStage(stage)) || namesHost(stage) || isSpeakerLabel(stage)
      ? [index, index + stage.length]
      : [],
  )
}

/** 開學講話(精選3篇)開學講話1 — behind brackets, a title may start. */
export const BEHIND_BRACKET = /(?<=[)】])(?=[一-龥])/g
