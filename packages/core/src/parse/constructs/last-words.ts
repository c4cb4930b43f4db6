import { createSieve } from '../sieve.ts'

/** What sites call the texts they lend. */
const GENRE = '(?:[稿词辞]|讲话|演讲|发言|范文|例文|文章|感言)'
/** Whose word a line is that has one of these: the speaker's. */
const SPOKEN = '(?!.*(?:[我咱审]|各位|同[志学仁]|乡亲|谢谢大家))'

/** The words with which a site takes leave, and no speaker does, by their sample. */
const LAST_WORDS = [
  //  以上就是《國旗下講話稿》的全文,想了解更多…    以上就是為您提供的全部主持詞,感謝閱讀。
  `^(?:以上|上面|上述)(?:内容|文章)?(?:就|便|即)?[是为]${SPOKEN}(?=.{0,48}${GENRE}).{0,60}?(?:全文|${GENRE}(?:[([【][^)\\]】]{1,8}[)\\]】])?[》】”]?的?(?:全部|所有)|(?:为|给|替)[您你]|感谢(?:您的?)?(?:阅读|浏览|观看)|更多${GENRE}?)`,
  //  【團課講稿 篇26】由青禾範文網首發,請尊重原創。
  `^[《【“][^》】”]{2,60}[》】”](?:一文|全文|[这此该][篇文][^,。]{0,4})?,?(?:由|转(?:载)?自|来自|来源于?|摘自|出自|首发[于在]|选自|属于?)${SPOKEN}(?=.*(?:网|文库|会员|网友|用户|小编|站|原创|转载|出处|版权|首发))[^!?]{2,50}$`,
  //  總而言之,家風演講稿的核心在於真誠,建議結合自身經歷進行修改。
  `^(?:总[而之]言之|总之|综上(?:所述)?|总的来说|总体而言)[,:]?${SPOKEN}(?=.*(?:[稿词辞]|范文|例文))(?=.*(?:修改|套用|借鉴|灵感|模板|润色|[稿词辞文]的?(?:核心|关键|灵魂|精髓|重点)|写作|撰写|写好[^。,]{0,6}[稿词辞]))`,
  //  關於防火演講稿的內容就介紹到這裏了,…
  `^(?:好了?,)?(?:关于|有关|这?[一二三四五六七八九十\\d]+篇)?${SPOKEN}[^。!?]{2,40}(?:[稿词辞]|范文|例文|\\d篇)[^。,!?]{0,8}就[^。,!?]{0,8}(?:介绍|分享|整理|聊)到[这此]`,
]

const SIEVE = createSieve(LAST_WORDS.map((words) => ({ pattern: new RegExp(words) })))

/** Whether a folded line is the last word of a site, wherever it stands. */
export function isLastWord(head: string): boolean {
  return SIEVE.first(head) !== undefined
}
