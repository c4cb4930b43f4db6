/** A page of the documentation: its place in the address, its title in Chinese and English, and where its text is. */
export interface DocsPage {
  slug: string
  titles: { zh: string; en: string }
  /** `both`: written for the site in Chinese and English. `docs`: two files of the repository's `docs`, in English
   *  and, named `.zh.md`, in Chinese. */
  from: 'both' | 'docs'
}

/** The documentation, in the order it is read. */
export const DOCS: readonly DocsPage[] = [
  { slug: '', titles: { zh: '开始', en: 'Start' }, from: 'both' },
  { slug: 'guide', titles: { zh: '怎样做', en: 'Guide by task' }, from: 'both' },
  { slug: 'how-it-restores', titles: { zh: '修复的原理', en: 'How restoration works' }, from: 'both' },
  { slug: 'what-we-restore', titles: { zh: '修复哪些', en: 'What is restored' }, from: 'docs' },
  { slug: 'formats', titles: { zh: '格式', en: 'Formats' }, from: 'both' },
  { slug: 'scale', titles: { zh: '成批处理', en: 'Running at scale' }, from: 'both' },
  { slug: 'api', titles: { zh: '接口', en: 'API' }, from: 'both' },
  { slug: 'parser', titles: { zh: '函数参考', en: 'Package reference' }, from: 'docs' },
  { slug: 'messages', titles: { zh: '提示参考', en: 'Message reference' }, from: 'docs' },
  { slug: 'restoration', titles: { zh: '修复的成绩', en: 'Measured restoration' }, from: 'docs' },
  { slug: 'contributing', titles: { zh: '参与', en: 'Contributing' }, from: 'both' },
]
