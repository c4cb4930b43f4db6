/** What a site's tool bar says; a line of nothing but such words is one. */
const TOOLS = `
  字[号体级型](?:大小)? 文字大小 小 中 大 特大 放大 缩小 默认 [aAtT][+-]?
  正文 (?:正文|点击|一键|全文)*复制(?:[正全本]文|链接|地址)?
  (?:免费|立即|点击)?下载(?:本文(?:word|doc|pdf)文?[档版]|(?:本文|该)?文[章档]|[本此该]?文[章档]|[本全]文|(?:word|pdf|txt)文?[档版]?)? 在线(?:阅读|预览|浏览) 立即获取 文档为(?:doc|word)格式 换一换 (?:word|doc|pdf|txt)文?[档版]?(?:免费)?下载 (?:微信)?扫码(?:关注|分享|阅读|下载)? 导出(?:全文)?
  会员(?:注册|登录|中心)? 个人(?:中心|主页) (?:免费|立即)?注册 (?:请先|用户|立即)?登[录陆] 退出
  (?:我要|在线)?投稿(?:须知)? 投诉(?:建议)? 建议 (?:意见)?反馈 举报 (?:我要)?[纠挑]错 报错 我有话说 保存(?:[本此]?页)? (?:加入)?书签 无障碍(?:阅读|浏览)? 适老(?:版|化|模式) 语音播报 标准
  (?:加入)?收藏 收藏本[文页站] 设为首页 关注 点赞 打赏 赏 赞 踩 顶 [顶踩]一下(?=\\() (?:发表)?评论 告诉好友
  分享(?:到|本文)? 转发到? 推文 转寄(?:好友)? 推荐给好友 微信(?:好友|扫一扫)? 扫一扫 朋友圈 (?:新浪|腾讯)?微博 QQ(?:空间|好友) 脸书 facebook twitter line
  (?:友善|预览)?[打列]印(?:[此该本]?(?:页面?|文章?)|版)? (?:转寄|分享|收藏)[此该](?:页面?|文章?)
  关闭(?:窗口|本页)? 返\\s?回 返?回(?:首页|列表|目录|上一?[页层]) 上一层 (?:返?回到?)?(?:顶[部端]|页首|最上面) top up
  联系客服 (?:QQ|微信)?(?:在线|人工)客服 客服中心 在线咨询 联系站长 (?:官方|关注)?(?:微信|QQ)?(?:订阅号|公众号|服务号) 官方(?:微信|微博) 我?用?手机(?:阅读|查看|浏览)
  加入好友 追踪 粉丝专页 订阅电子报 以稿换稿 我要(?:(?:加入|注册|成为)会员|以稿换稿|收藏|下载|评论|留言|打印|举报) 我也说一句 (?:有用|没用|有帮助|没帮助)(?=\\()
  版权申诉 相关 我要推广(?:赚钱)? 手机扫码(?:阅读|查看)(?:[本全]文)? vip专[免享] 侵权投诉 用户头像 已关注 在看 赞赏支持 粉丝 打赏作者 (?:微信|支付宝)?[打赞]赏 (?:阅读|查看)原文 往期(?:精彩)?(?:回顾)? 全文
  (?:网站)?首页 主页 网站地图 导航 (?:站内|高级)?搜索 (?:联系|关于|追踪|关注)我们 栏目 演讲稿 范文 [繁简]体版? 繁體中文 english
  [即今]日新闻 新闻公报 新闻稿 更多>* 查看更多 more [手电][机脑]版 全屏(?:阅读|显示)? (?:语音)?朗读 收听 听全文 播放 背景 (?:夜间|护眼)(?:模式)? 阅读模式 上传(?:文档)? (?:展开(?!全文)|收起)(?:目录|全部)?
  博文目录 高级模式 关于我 转载▼? 我来答 回复 引用 使用道具 只看(?:该作者|楼主) [倒正]序浏览 电梯直达 显示全部楼层 发新?帖 回帖 楼主 发消息 加好友 串个门 打招呼
`

/** One word of a tool bar, in brackets or with a count, and what parts it from the next. */
const TOOL = new RegExp(`[[【(<+]? ?(?:${words(TOOLS)})(?:\\(\\d*\\)|:? ?\\d{1,6})? ?[\\]】)>]?[ |:/·、,•.]*`, 'iy')

/** The words of a table as alternatives of a pattern, long ones first. */
function words(table: string): string {
  return table
    .trim()
    .split(/\s+/)
    .sort((a, b) => b.length - a.length)
    .join('|')
}

/** A tool bar has at most so many words. */
const TOOL_WORDS = 14

/** Whether a folded line holds nothing but the words of a tool bar: 字號:小 中 大    [複製鏈接] */
export function isToolbar(head: string): boolean {
  return isAllTools(head) || isRowOfTools(head) || SIZES.test(head)
}

/** 字號:T | T 打印本頁    【字體:小 大】【收藏】【挑錯】 */
const SIZES =
  /^[【[(]? ?(?:字号|字体|字级|文字大小|字体大小)(?!.*(?:\d{4}|来源|作者|时间|日期|编辑|浏览|点击|阅读|人气))[】\]: ][^。,;!?]{0,40}$/

function isAllTools(head: string): boolean {
  let at = /^[<«‹‹]* ?/.exec(head)?.[0].length ?? 0
  for (let count = 0; count < TOOL_WORDS && at < head.length; count++) {
    TOOL.lastIndex = at
    if (!TOOL.test(head)) return false
    at = TOOL.lastIndex
  }
  return at > 0 && at === head.length
}

/** 收藏本文 下載Word 微信掃碼 — short words in a row, of which most are a tool bar's. */
function isRowOfTools(head: string): boolean {
  if (head.length > 60 || !/[ |].*[ |]/.test(head) || /[。,;!?:“《]/.test(head)) return false
  const words = head.split(/[ |·/]+/).filter((word) => word !== '')
  if (words.length < 3 || words.some((word) => word.length > 8)) return false
  const tools = words.filter((word) => {
    TOOL.lastIndex = 0
    return TOOL.test(word) && TOOL.lastIndex === word.length
  })
  return tools.length * 2 > words.length
}

/** Counters that stand in a row with the words of a tool bar below a speech; in a header they are fields. */
const COUNTERS =
  '(?:(?:浏览|点阅|点击|阅读|访问|评论|回复|引用|下载|标签)(?:次?数|次|[量率])?|人气|人次|转载|转发|分享|点赞|赞|喜欢|收藏|在看|顶|踩|分类|栏目|views|comments|likes?)'

const COUNTED = new RegExp(`(?:^|[ |/·,┊│▼]) ?${COUNTERS}(?:[: ]*\\(?[\\d,.]+[wk万+]?次?\\)?|\\(\\d*\\))`, 'gi')

/** Whether a folded line below the speeches is a row of counters: 閱讀 1286 評論(7) 回頂端 */
export function isCounterRow(head: string): boolean {
  if (/[。!?]/.test(head)) return false
  const counted = [...head.matchAll(COUNTED)]
  const rest = head
    .replace(COUNTED, ' ')
    .replace(/[┊│▼|·]/g, ' ')
    .trim()
  return counted.length > 0 && (rest === '' || counted.length > 1 || isToolbar(rest))
}
