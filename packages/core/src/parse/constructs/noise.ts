import type { Noise } from '../../schema/phrasing.ts'

interface NoiseRule {
  kind: Noise['kind']
  pattern: RegExp
}

const TOOLBAR =
  '(?:字号|字体|正文|复制|正文复制|小|中|大|下载|下载该文章|下载本文|会员注册|注册|登录|登陆|我要投稿|投稿|投诉建议|投诉|建议|收藏|收藏本文|打印|打印本页|关闭|关闭窗口|返回|返回顶部|返回首页|返回列表|复制链接|分享|分享到|举报|纠错|点赞|评论|手机版|首页|主页|设为首页|加入收藏|全屏|朗读|背景|繁体|简体|夜间|搜索|导航|上传|只看该作者|倒序浏览|电梯直达|显示全部楼层|阅读模式|一键复制|全文复制|下载文档|微信扫一扫|会员|栏目|演讲稿|范文)'

/**
 * Lines that are neither the speaker's nor the editor's, by their sample.
 * Patterns see folded lines of at most 96 units.
 */
const NOISE: readonly NoiseRule[] = [
  //  首頁 > 演講稿 > 正文    當前位置:首頁>>講話
  {
    kind: 'navigation',
    pattern: /^(?:您?的?(?:当前|现在|所在)?位置|首页|主页|网站首页|您现在的位置)(?:是)?[ :]*.{0,60}(?:>|»|→|正文|\/)/,
  },
  { kind: 'navigation', pattern: /^[^。,;!?]{2,20}(?: ?[>»›] ?[^。,;!?>]{1,24}){1,6}$/ },
  //  字號:小 中 大    [複製鏈接]
  { kind: 'navigation', pattern: new RegExp(`^(?:[\\[【(]?${TOOLBAR}[\\]】)]?[ |:/·、,]*){1,12}$`) },
  { kind: 'navigation', pattern: /^附件(?:列表|下载)?:?$|^附件:.{1,40}\.(?:docx?|pdf|xlsx?|wps)$/ },
  //  第1頁 共10頁    - 3 -    Page 331
  { kind: 'pagination', pattern: /^\d{1,3}[、.]$/ },
  { kind: 'pagination', pattern: /^[-—·( ]*第? ?\d{1,4} ?页?(?:[ ,/|]*共? ?\d{1,4} ?页?)?[-—·) ]*$/ },
  {
    kind: 'pagination',
    pattern:
      /^第 ?[一二三四五六七八九十\d]+ ?页(?:[ ,/|]*共 ?[一二三四五六七八九十\d]+ ?页)?$|^Page ?\d+(?: ?of ?\d+)?$|^[-—] ?\d{1,4} ?[-—]$|^\(? ?[一二三四五六七八九十] \)$/i,
  },
  //  ……此處隱藏1234個字……
  {
    kind: 'truncation',
    pattern:
      /此处隐藏.{0,12}字|(?:省略|隐藏|剩余|余下|还有|未完).{0,10}(?:\d+|\d+%).{0,4}(?:字|%|页|内容)|^[(（]?未完(?:待续)?|(?:登录|登陆|注册|付费|开通会员|下载|购买|成为会员).{0,12}(?:查看|阅读|浏览|后可|全文|剩余)|(?:试读|预览|免费阅读).{0,6}(?:结束|已结束|到此)|^(?:点击|展开)?(?:查看|阅读|展开)(?:全文|更多|剩余|全部).{0,8}$|^全文共.{1,8}字.{0,20}(?:未完|剩余|会员|下载)/,
  },
  { kind: 'truncation', pattern: /^\.{2,}$/ },
  //  以上就是小編為大家整理的…
  {
    kind: 'footer',
    pattern:
      /^(?:以上|上述)(?:就是|便是|即是|是|为|内容|文章|这篇|这些|范文|就).{0,60}(?:小编|本站|整理|分享|介绍|全部内容|希望|帮助|参考|范文|推荐|带来|有所)/,
  },
  {
    kind: 'footer',
    pattern:
      /^[(【[]?(?:本文|本帖|本贴|此文|文章)(?:由|转自|转载自|来自|来源).{0,30}(?:转载|出处|整理|分享|提供|发布|上传)/,
  },
  {
    kind: 'footer',
    pattern:
      /^(?:本文(?:标题|链接|地址|来源|网址|由|来自)|链接地址|文章(?:来源于网络|地址)|转载请(?:注明|保留)|版权(?:声明|所有)|免责声明|声明:|温馨提示|特别(?:声明|说明)|Copyright|©|【?本文(?:由|来自|转自)|(?:因|由于)?(?:篇幅|内容)(?:过长|太长|较长|所限|有限))/i,
  },
  //  真人棋牌,體育投注
  {
    kind: 'advertisement',
    pattern:
      /(?:百家乐|棋牌|老虎机|博彩|投注|彩票|六合彩|时时彩|快三|电子游艺|比分直播|娱乐城|赌场|现金网|葡京|娱乐平台)(?:.{0,20}(?:[,、]|官网|平台|直播|注册|送\d))/,
  },
  {
    kind: 'advertisement',
    pattern: /^[【[(★☆]*(?:广告|推广|赞助)[】\])]?[:： ]?.|(?:加群|QQ群|微信群|交流群|群号)[:： ]?\d{5,}/,
  },
  //  查看: 1203 | 回覆: 8    等級:中級會員 積分:1280
  { kind: 'navigation', pattern: /(?:查看|浏览|阅读)(?:数|次数)?: ?\d+.{0,6}(?:回复|回帖|评论)(?:数)?: ?\d+/ },
  {
    kind: 'navigation',
    pattern: /^(?:等级|积分|威望|金币|金钱|帖子|精华|头衔|注册时间|在线时间|UID|主题数|好友)[: ][^。]{0,40}$/i,
  },
  //  加微信:abc123 QQ:123456
  {
    kind: 'advertisement',
    pattern:
      /(?:微信|VX|薇信|加V|QQ|扣扣|Q群|公众号|客服|热线|咨询电话|联系电话|代写|淘宝|优惠券|扫码|二维码)[^。]{0,16}[:：]? ?[A-Za-z0-9_-]{5,}/i,
  },
  {
    kind: 'advertisement',
    pattern:
      /(?:扫码|关注)(?:下方|本站|我们的?)?.{0,6}(?:公众号|二维码|微信)|专业代写|点击(?:购买|下单|领取|咨询)|限时(?:优惠|特价|免费)|(?:推广|广告)(?:链接|位)/,
  },
  //  <p class="x">    @page {…}    x0dx0a
  {
    kind: 'markup',
    pattern:
      /^<\/?[a-z][^>]*>$|^@(?:page|media|font-face|import)\b|^[.#]?[a-z][\w.# -]*\{[^}]*\}?$|^(?:\\[nrt"]|x0d|x0a|&nbsp;|&[a-z]+;)+$|^[-=_*~#+—─·.]{3,}$|^\}$/i,
  },
  //  目錄
  {
    kind: 'contents',
    pattern: /^[-•]? ?(?:【?目录】?|文章目录|本文目录|内容目录|提纲)[:：]?$|^(?:目录|提纲)\/?(?:提纲|目录)?:.{2,}/,
  },
  //  網友評論    3樓 某某 發表於 2019-01-02
  {
    kind: 'comment',
    pattern:
      /^(?:网友|最新|热门|全部|用户)?评论(?:\(\d+\)|列表|区)?:?$|^(?:我来说两句|发表评论|写评论|共有?\d+条评论|沙发|板凳|顶一下|踩一下)|^\d+ ?楼(?:[: ]|$)|^(?:回复|引用) ?#?\d+楼?/,
  },
]

/** Lines of a motto, a slogan or a product can be told from speech only by what stands around them; this table knows the rest. */
export function matchNoise(head: string): Noise['kind'] | undefined {
  for (const { kind, pattern } of NOISE) if (pattern.test(head)) return kind
  return undefined
}

/** Whether a folded line is the caption of what a site adds below a speech: advice, tables, exercises. */
export function opensAppendix(head: string): boolean {
  return /^[【#* ]*(?:演讲技巧|演讲要点|写作(?:技巧|要点|提示|建议|指导)|使用(?:说明|建议|提示)|注意事项|温馨提示|点评|名师点评|赏析|评析|范文点评|结构分析|内容(?:解析|总结)|要点总结|关键要点|总结要点|小贴士|思考题|延伸思考)[】:* ]*$/.test(
    head,
  )
}
