// Generated from data/lines-words.tsv: run `pnpm generate`.
export const lineWords = {
  address: '乡亲 代表 们 会员 先生 农友 同事 同仁 同学 同志 嘉宾 女士 委员 学友 家长 工友 师傅 战友 教官 朋友 村民 来宾 校友 老师 职工 裁判 评委 运动员 领导 首长'.split(' '),
  formula: '各位 同志 完了 完毕 干杯 感谢 散会 祝 谢谢 起立 鞠躬 鼓掌'.split(' '),
  open: '不断 与 全力 全面 切实 和 大力 对于 把 按照 深入 着力 积极 经过 认真 进一步'.split(' '),
  recited: '一起念 倡议 公约 出声 口号 名单 如下 守则 宣读 对联 念出 承诺 朗诵 条纪律 条规定 条铁律 标语 歌词 禁令 约定 规矩 誓 议程 议题 诗 跟我 顺口溜 齐声 齐读'.split(' '),
}
