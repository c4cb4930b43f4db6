/** Whether a folded line is nothing but the name of a file: 評分表.doc */
export function isFileName(head: string): boolean {
  return /^[^。,;!?]{1,50}\.(?:docx?|xlsx?|pptx?|pdf|txt|wps|zip|rar|mp[34]|jpe?g|png)(?: ?\([^()]{1,16}\))?$/i.test(
    head,
  )
}

/** What a site writes about below a speech, and what it calls it. */
const ABOUT =
  '(?:本文|本篇|文章|全文|讲话|演讲|发言|致辞|主持|朗诵|写作|撰写|撰稿|行文|优化|修改|润色|使用|应用|范文|例文|文稿|稿件|名师|教师|编辑|小编|专家|内容|结构|语言|关键|核心|知识|相关|实用|温馨|延伸|拓展)'

const ADVICE =
  '(?:小?技巧|建议|方法|要点|要领|要求|提示|指导|指南|说明|须知|(?:小)?贴士|点评|赏析|评析|解读|解析|分析|总结|小结|亮点|特点|特色|思路|框架|套路|锦囊|攻略|妙招|秘诀|心得|经验|注意事项|思考|思考题|练习|链接|延伸|参考|常见问题|格式)'

const APPENDIX = new RegExp(
  `^[【#*■◆ ]*(?:(?:贴心|温馨)提[醒示]:)?(?:(?:以下|下面)是)?(?:[^、。,;!?:]{2,20}(?:稿|[词辞])(?:(?:该|应)?(?:怎么|如何|怎样)写\\??|的?(?:[一二三四五几]个)?(?:写作|写法|撰写|演讲)?(?:小?技巧|要点|方法|格式|结构|注意事项|要领|指南|小?撇步))|(?:如何|怎样|怎么)(?:才能)?(?:写|准备)好?[^。,;!?:]{0,12}(?:稿|[词辞])\\??|(?:知识|阅读)(?:拓展|延伸|扩展):[^。!?:]{2,20}|[^。,;!?:]{2,20}(?:讲话|发言|演讲|主持)的(?:写作|写法|撰写|演讲)?(?:技巧|要点|方法|格式|注意事项|要领|指南|小?撇步)|(?:${ABOUT}(?:稿|词|者|的)?){1,3}(?:${ADVICE}|与|和|及)+|注意事项|小贴士|点评|赏析|评析|思考题|faq|常见问题|结语与建议)[】:* ]*(?:\\([^()]{2,20}(?:生成|整理|提供|添加|编写)\\)[】:* ]*)?$|^【(?:拓展|延伸|扩展|知识)(?:阅读|链接|资料|知识|补充)】[^。!?]{2,24}$`,
  'i',
)

/** Whether a folded line is the caption of what goes with a speech and stands below it: 附:推薦書目 */
export function opensAttachment(head: string): boolean {
  return /^(?:附[录件表]?[一二三\d]?|附[:]?\d)[:、. ] ?[^。,;!?]{2,20}$|^附[录件表]:?$/.test(head)
}

/** Whether a folded line is the caption of what a site adds below a speech: advice, tables, exercises. */
export function opensAppendix(head: string): boolean {
  return APPENDIX.test(head.replace(/\((?=.*(?:生成|整理|小编|智能|AI))[^()]*\)$/i, ''))
}
