import { turnLength } from './turn.ts'

/** What happens while somebody speaks, and how it is said. */
const DIRECTIONS = `
  (?<!相)声(?![明称援誉望乐]) 鼓掌 拍手 击掌 .完毕 宣誓 举(?![行办例]) [聚追点]光 灯(?!谜) 幕(?![式词辞]) 鸣 锣鼓 炮 号角
  鞠躬 [敬队]礼 作揖 [抱握]拳 拱手 脱帽 立正 稍息 [起肃站]立 默哀 落座 坐下 入座 离席 退席 请坐 [大哄微]笑 欢呼 高呼 齐呼 呼喊 喊口号
  哽咽 [落流擦]泪 沉默 静场 宣读 报告完 念名单 激情 [深动抒]情 [激高]昂 低沉 坚定 铿锵 语[速气] 放缓 放慢 加重 提高 压低
  音乐 乐曲 奏 唱 音效 渐 响起 播放 视频 大屏 屏幕 倒计时 升国?旗 出旗 [入退上下登出]场 [上下]台 走[上下到向回]
  [举碰]杯 [敬祝]酒(?!词|辞) 饮[胜尽] 洒酒 敬茶 颁奖 颁发 [授揭]牌 授旗 剪彩 点睛 献花 献词 签字 按下 启动 合影 致意 致谢 热烈 全体 [转面]向 转身 挥[手舞] 拥抱 握手 递上 拿出 出示 展示 指[着向]
  交换 佩戴 戴上 点[燃亮] 切蛋糕 倒酒 斟酒 起哄 安静 敲[锣钟] 打鼓 喇叭 翻页 放映 观看 归位 立定 [落放]下 升起 打开 展开 众[人笑答] 宾客
  齐答 生答 台下答 互动 停 [言话报告辞词绍态流达评奖布],?略(?=\\))
`
  .trim()
  .replace(/\s+/g, '|')
const DIRECTION = new RegExp(`^\\([^()]{0,14}(?:${DIRECTIONS})[^()]{0,18}\\)[。.]?$`)

/** (家庭代表發言,約8分鐘)    (現場演示:請一位同學站到車前) — what a programme plans, and what is shown. */
const PLANNED =
  /^\((?![^()]*(?:[本此该全][文稿篇]|阅读|时长))[^():]{2,24}?[,: ]?(?:大?约)?(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?:[多来]?分钟|秒钟?)\)$|^\((?:现场|当场|情景|互动|实物|动作|分组)?(?:演示|示范|表演|展示|模拟|实验|游戏|互动|演练):[^()]{4,40}\)$/

/** (此篇適合村幹部在大喇叭裏使用) — what is said of the text. */
const OF_TEXT = /^\([此本该这]篇?[^()]*(?:适[用合]|使用|换成)/

/** (齊聲:能!)    (台下答:好!) — what the listeners cry. */
const ANSWERED = /^\((?:齐[声答]|台下|众人?|观众|听众|全场|学生|同学)[^():,。]{0,3}[:,][^():]{1,16}\)$/

/** Brackets on a line of their own that are no direction: a date, an end mark, a note. */
const REMARK =
  /^\(在[^()]{2,}[上中时]的?(?:讲话|发言|致辞|致词|演讲|报告)\)$|[完略注附\d:]|适[用合]|提纲|[本此该][文稿篇]|[一二三特优]等奖|[一二三四五六七八九十零○xX×某*][年月]|图为|图:|[ .。]摄|节选|此处|编者|根据|录音|录像|整理|记录|速记|审阅|[换改]成|[换改]为|填[上写入](?![^,。]*(?:[测选]票|[测评]表|问卷))|替换|自行|酌情|来源|作者|编辑|责编|记者|通讯员|摄影|选自|摘自|转载|译文|者[为是系]|草稿|初稿|讲话稿|发言稿|试行|[一二三四五六七八九十]\)|答[词辞]\)$|[班校队组部站村员师生长任人记表] +[一-龥·](?: *[一-龥·]){1,3}\)$/

/** 【掌聲】 and [音樂漸弱] for (掌聲); titles and labels stand in such brackets too. */
const LENTICULAR = /^【([^[\]【】]{1,20})】$/
const SQUARE = /^\[([^[\]【】]{1,32})\]$/
const LABEL =
  /^(?:授予|颁给|致|献给)|[稿词篇文辞]|祝酒$|讲话|发言|演讲|汇报|报告|表态|[属表]致谢|导[语读]|提问|问答|答问|答辩|陈词|串场|感言|开场白|结束语|寄语|点评|总结|链接|投稿|推荐|下载|图片/

/** A stage direction has at most so many units. */
export const STAGE_LIMIT = 48

/** Whether a folded line is nothing but a stage direction: (掌聲) (宣讀完畢) [葛阿姨上場] */
export function isStage(head: string): boolean {
  //  ……(宣讀日程)    ……(完畢)
  if (head.startsWith('…'))
    return /^…+$/.test(head) || DIRECTION.test(head.replace(/^…+/, '')) || /^…+\(完毕\)$/.test(head)
  if (!head.startsWith('(')) {
    const inner = (LENTICULAR.exec(head) ?? SQUARE.exec(head))?.[1]
    return inner !== undefined && !LABEL.test(inner) && DIRECTION.test(`(${inner})`)
  }
  return (
    ((DIRECTION.test(head) || PLANNED.test(head)) && turnLength(head) === 0 && !OF_TEXT.test(head)) ||
    ANSWERED.test(head) ||
    (isBracketed(head) && !REMARK.test(head))
  )
}

/** Whether a folded line in round brackets says what happens: (掌聲), and not (女方用) */
export function isDirection(head: string): boolean {
  return DIRECTION.test(head)
}

/** Whether a folded line is a short remark in brackets, of two clauses perhaps, which a speech may hold where it stands. */
function isBracketed(head: string): boolean {
  return BRACKETED.test(head) && turnLength(head) === 0
}

//  (剪綵)    (奶奶接過剪刀,孫女托著盤子)
const BRACKETED =
  /^\((?=[^()]*[一-龥])(?:[^()我]{1,14}|[^(),。!?:;“”《》我你您]{2,12},[^(),。!?:;“”《》我你您]{2,12})\)$/
