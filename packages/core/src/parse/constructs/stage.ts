const DIRECTION =
  /^\((?:[^()]{0,12}(?:掌声|鼓掌|.完毕|宣誓|举手|灯光|幕|鸣|钟声|锣鼓|鞠躬|敬礼|笑声|欢呼|宣读|报告完|稍停|停顿|激情|语速|音乐|奏|唱|起立|默哀|升旗|入场|退场|上台|下台|举杯|碰杯|握拳|举右手|颁奖|合影|播放|致意|放缓|高昂|深情|响起|热烈|齐声|全体|转身|挥手|停)[^()]{0,16})\)[。.]?$/

/** Brackets on a line of their own that are no direction: a date, an end mark, a note. */
const REMARK = /[完略注附年月\d]|节选|此处|编者|根据|录音|整理|[换改]成|来源|作者|[一二三四五六七八九十]\)/

/** 【掌聲】 for (掌聲) */
const SQUARE = /^[[【]([^[\]【】]{1,8})[\]】]$/

/** A stage direction has at most so many units. */
export const STAGE_LIMIT = 48

/** Whether a folded line is nothing but a stage direction: (掌聲) (宣讀完畢) */
export function isStage(head: string): boolean {
  return (
    DIRECTION.test(head.replace(SQUARE, '($1)')) || /^…{1,4}$/.test(head) || (isBracketed(head) && !REMARK.test(head))
  )
}

/** Whether a folded line is a short remark in brackets, which a speech may hold where it stands. */
function isBracketed(head: string): boolean {
  return /^\((?:[^()]{2,14}|[一-龥])\)$/.test(head)
}
