import type { Noise } from '../../schema/phrasing.ts'

/** Labels of a site's notices, and those that others have too. */
const NOTICE = /^[【[(]?(?:(?:版权|免责|侵权|法律)(?:声明|申明|说明|告知|条款)|本?网?站(?:声明|申明))[】\])]?[: ]/

const DECLARATION = /^[【[(]?(?:郑重|特别|重要)?(?:声明|申明)(?:[】\])]|[: ])/

/** What a line is that is too long for the table, by its head: a notice, or what a library says of a document. */
export function matchLongNoise(head: string): Noise['kind'] | undefined {
  if (NOTICE.test(head)) return 'footer'
  if (DECLARATION.test(head)) return /本[站网]|网站|侵权|转载|上传|版权|网友|会员/.test(head) ? 'footer' : undefined
  if (DISCLAIMER.test(head) || /^【小编[^】]{0,4}】/.test(head)) return 'footer'
  return /^《[^。]{2,}由(?:会员|网友|用户)/.test(head) ? 'navigation' : undefined
}

/** 本文內容由網友自行提供,只代表作者個人觀點… — a notice without a label says whose the text is, and what it is not. */
const DISCLAIMER =
  /^(?:本[文站网页]|以上[^我,。]{2,8}由|网[站页](?:上?的?(?:内容|文章|资料|信息|文档)|所[有载刊]))(?!.*(?:我(?!们)|!|同[志学]|大家))[^。]{0,30}(?:互联网|网络|网友|用户|会员).*(?:代表.{0,8}(?:作者|个人|本人|本[站网])|所有权|法律责任|侵权|违规)/

/** Whether a folded line is an editor's remark on what stands around it: (編者注:此處有掌聲)    [此處錄音中斷] */
export function isEditorRemark(head: string): boolean {
  return /^[([【]?(?:[一-龥]{1,5}[注按]|编者)[\]】)]?:|^[([【].{0,8}(?:录音|磁带|原稿).{0,12}(?:中断|不[清全]|缺|模糊|空白|损)/.test(
    head,
  )
}

/** Whether a folded line opens with the label of what an editor has to say of a speech: (編按:…)    小編有話說:… */
export function isEditorsWord(head: string): boolean {
  return WORD.test(head) || OF_MINUTES.test(head)
}

const WORD =
  /^[([【]?(?:编者?按|编后[语记]?|编者(?:附记|后记|的?话)|(?:整理|记录)者?按|小编(?:有话(?:要?说)?|手记|后记))(?:[】\])]:?|:)./

/** (本記錄未經講話人審閱)    (根據會議記錄整理) — what is said of minutes is said of all who spoke. */
const OF_MINUTES =
  /^[([][^()[\]]{0,10}(?:记录|纪要|实录|笔录|速记)[^()[\]]{0,24}(?:审[阅定核]|过目|整理)[^()[\]]{0,6}[)\]]$/

/** Whether a folded line below the speeches says who put the page up, which the header does on other pages: (責任編輯:小舟) */
export function isCredit(head: string): boolean {
  return /^[([【]?(?:[主承协]办(?:单位|方)?|撰稿|整理|记录|(?:责任|实习)?编辑|责编|美编|编审|(?:文章|本文|资料|素材)?来源|(?:资料|图片|照片|文字|素材|录音)(?:提供|整理)|供图|录入|审核|校[对稿]|[初复终一二三]审|发布[人单]位?|上传人|供稿(?:单位)?|记者|通讯员|图[文片]?|配图|[音视]频|播音|朗读|摄影|排版|监制|转载自|[转摘]自|文[字稿]|统筹|策划|抄[送报]|主送|分送|[出列缺]席|(?:联系)?(?:地址|电话)|邮编|传真|(?:发布|更新|上传|最后更新)(?:时间)?)(?:人员|[人者员师])?[:/| ][^。!?]{0,36}(?:(?<=抄.*)。)?$|\d[日号] ?印发$|^\(?共印 ?\d+ ?份\)?$|^报:[^。]*(?: |,)[送发抄]/.test(
    head,
  )
}

/** Whether a folded line inside of a speech says who put the page up; no speaker does: (責任編輯:小舟) */
export function isEditorLine(head: string): boolean {
  return /^[([【]?(?:责任编辑|责编|网络编辑|值班编辑|实习编辑|本文编辑)[:/| ][^。,!?]{1,16}$/.test(head)
}
