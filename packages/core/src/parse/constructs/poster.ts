/** What forums print beside a poster's name. */
export const RANKS =
  '(?:(?:初级|中级|高级|注册|普通|正式|荣誉|资深|金牌|银牌|铜牌|白金|钻石|vip|认证|新|老|特级)会员|新手上路|论坛元老|元老|(?:超级|实习|荣誉|见习)?版主|(?:论坛)?管理员|游客|lv\\.?\\d+)'

export const SCORES =
  '(?:等级|积分|威望|金币|金钱|帖子|精华|头衔|注册时间|在线时间|uid|主题数|主题(?=[: ]*\\d)|好友|贡献|经验|魅力|阅读权限|最后登录|性别|rank(?=:))'

const RANK = new RegExp(`^\\[?(?:${RANKS}|${SCORES})|^[^\\s。,;!?]{1,8} (?:${SCORES})[: ]*\\d`, 'i')

/** Whether a folded line says what a forum thinks of a poster: LV.5 中級會員 */
export function isRank(head: string): boolean {
  return head.length <= 40 && RANK.test(head)
}

/** Whether folded lines are a count and what a forum counts of a poster: 209 above 帖子 */
export function isScore(count: string, of = ''): boolean {
  return /^\d{1,7}$/.test(count) && (of === '主题' || isRank(of))
}
