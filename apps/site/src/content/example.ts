/** The passage of the front page, ours; damaged as sites damage pages, by `tooling/channel`. */
export const EXAMPLE_PASSAGE = readable`
石橋鎮(zhèn)春耕動員會講話
同志們:
今天我們召開春耕動員會,把去年的經(jīng)驗講清楚,把今年的任務(wù)定下來。合作社的老人家?guī)ь^,年輕人跟上,這是好事。
種子要早備,領(lǐng)種子要登記。要認真執(zhí)行《。
渠道管護。
辦法》的規(guī)定,渠道清完一條,驗收一條。
謝謝大家!
`

function readable([text = '']: TemplateStringsArray): string {
  return text.trimStart()
}
