import fc from 'fast-check'

/** Fragments that pages are made of, ours: every construct the parser knows should be among them. */
const LINES = [
  ...[
    '- 時間:2023-11-12 03:53:59',
    '- 小編:yezi',
    '- 文件格式 DOC',
    '时间：2019-03-06 来源：青禾网 作者：林木',
    '首页 > 讲话稿 > 正文',
  ],
  ...[
    '青禾小學開學典禮講話篇一',
    '青禾小學開學典禮講話篇二',
    '青禾小学开学典礼讲话3',
    '【篇一】同学们：',
    '第二篇：青禾小学开学讲话',
  ],
  ...[
    '下面是小編為大家整理的講話,僅供參考。',
    '導語：春天來了。',
    '同志們:',
    '尊敬的老師、親愛的同學們:',
    '各位领导,大家好!',
  ],
  ...[
    '各位領導、各位',
    '来宾:',
    '今天,我們在這裏召開全縣教育工作會議。',
    '下面,我講三點意見。',
    '一、提高認識,統一思想。',
  ],
  ...[
    '1.要認真學習。學習是第一位的,大家要靜下心來讀書,把書裏的道理用到工作中去。',
    '(一)抓落實',
    '二、加强领导',
    '第一,要守時',
  ],
  ...[
    '一是把課上好。課堂是學校的中心,一節課也不能馬虎。',
    '二是把身體練好。',
    '• 帶好紅領巾',
    '(掌聲)',
    '……',
    '第1頁 共3頁',
  ],
  ...[
    '謝謝大家!',
    '最後,祝大家身體健康!',
    '同志們,讓我們一起努力,為青禾的明天而奮鬥!',
    '我的發言完了。',
    '2020年3月1日',
    '林木',
  ],
  ...[
    '您可能關注的文檔',
    '- 青禾小學工作總結(優秀20篇)',
    '- 班會講話(15篇)',
    '上一篇:講話 下一篇:沒有了',
    '男:春風送暖',
    '女:百花盛開',
  ],
  ...[
    '**重點**要抓住',
    '## 開學講話',
    '> 引用一句話',
    '企業(yè)的發(fā)展,業(yè)主(街道)都看在眼裏',
    '業(yè)(yè)務(wù)',
    '結(jié)合實際',
    '&nbsp;\u200b\u00ad',
    '目錄',
  ],
  ...[
    '變?yōu)榻?jīng)濟',
    '要推動《。',
    '安全法。',
    '法》的實施;',
    '抓好第一件事;',
    '抓好第二件事。',
    '20xx年,××同志在“”期間,',
    '、講課等活動。',
  ],
]

/** Whole pages: our lines in any order and any line end, with a random string between them now and then. */
export const pages: fc.Arbitrary<string> = fc
  .array(
    fc.tuple(
      fc.oneof(
        { weight: 8, arbitrary: fc.constantFrom(...LINES) },
        { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
      ),
      fc.constantFrom('\n', '\n', '\n', '\r\n', '\r', '\n\n', '\n　　', ''),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.map((part) => part.join('')).join(''))

/** Any string, lone surrogates and NULs included. */
export const strings: fc.Arbitrary<string> = fc.string({ unit: 'binary', maxLength: 300 })
