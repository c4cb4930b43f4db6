/** What the examples of the documentation are about: the pages of `examples/`, and one of our own. */

export const EXAMPLE_PAGE = `石橋鎮(zhèn)春耕動員會講話
同志們:
合作社的老人家?guī)ь^,年輕人跟上,這是好事。下面,我講兩點意見。
一、抓好種子。
種子要早備,領(lǐng)種子要登記。
二、抓好水利。
渠道清完一條,驗收一條。
謝謝大家!
`

/**
 * What the examples ask for: the clean page of `examples/`, its first speech, and the first paragraph of that; and a
 * page to delete.
 */
export const EXAMPLE_IDS = {
  document: 'oni1g5mapdj81c73sg8q',
  deleted: '9tbq86toa5236uupqq57',
  speech: '18urtp1u27jt2n4l5np9',
  paragraph: 't5lrmmf4kobktsjrcmrm',
}
