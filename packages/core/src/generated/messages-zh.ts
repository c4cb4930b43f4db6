// Generated from packages/core/messages: run `pnpm generate`.
import type { Wording } from '../messages/translate.ts'
import type { MessageId } from './messages.ts'

/** Every message in 简体中文: what it is called, what it says, and what to do about it. */
export const chinese: Record<MessageId, Wording> = {
  'invalid-bytes': {
    name: '无效字节',
    reason: '按 {encoding} 读，有 {count} 个无效字节；每个以 U+FFFD 代替。',
    advice: '按原始字节重新抓取，看看网页是不是注明了另一种编码。',
  },
  'empty-page': {
    name: '没有文字',
    reason: '网页里没有文字。',
    advice: '重新抓取；可能抓到的是登录框或跳转页。',
  },
  'empty-input': {
    name: '空输入',
    reason: '输入是空的。',
    advice: '把网页重新保存一次。',
  },
  'blank-input': {
    name: '只有空白',
    reason: '输入里只有空白。',
    advice: '把网页重新保存一次。',
  },
  'binary-input': {
    name: '二进制文件',
    reason: '这是二进制文件：里面有{what}。',
    advice: '把文字另存为 UTF-8 再读。',
    words: { 'NUL bytes': '空字节', 'control characters': '控制字符' },
  },
  'other-kind': {
    name: '不能读的文件',
    reason: '这种文件不能读：{kind}。',
    advice: '把文字另存为 UTF-8 再读。',
    words: { 'UTF-32 text': 'UTF-32 文本', 'a PDF document': 'PDF 文档', 'an old Office document (doc, xls, ppt)': '旧版 Office 文档（doc、xls、ppt）', 'a ZIP archive (docx, xlsx, epub are such)': 'ZIP 压缩包（docx、xlsx、epub 都是）', 'an empty ZIP archive': '空的 ZIP 压缩包', 'an RTF document': 'RTF 文档', 'a PNG image': 'PNG 图片', 'a JPEG image': 'JPEG 图片', 'a GIF image': 'GIF 图片', 'a gzip archive': 'gzip 压缩包', 'a RAR archive': 'RAR 压缩包', 'a 7z archive': '7z 压缩包', 'an SQLite database': 'SQLite 数据库', 'a web archive (MHTML)': '网页存档（MHTML）', 'an Excel workbook': 'Excel 工作簿', 'a PowerPoint presentation': 'PowerPoint 演示文稿', 'an OpenDocument file (odt, ods, odp)': 'OpenDocument 文件（odt、ods、odp）', 'an EPUB book': 'EPUB 电子书', 'a ZIP archive without a Word document': '没有 Word 文档的 ZIP 压缩包', 'an old Office file without a Word document': '没有 Word 文档的旧版 Office 文件', 'a document of Word 95 or older': 'Word 95 或更早的文档' },
  },
  'encrypted-file': {
    name: '加密文件',
    reason: '{format} 文件加了密。',
    advice: '用密码打开，另存一份不加密的，再读。',
  },
  'damaged-file': {
    name: '文件损坏',
    reason: '{format} 文件已损坏：{fault}。',
    advice: '重新抓取或保存这个文件。',
    words: { 'it breaks off': '没有完', 'it does not begin as such files do': '开头不像这种文件', 'its XML is not well-formed': '里面的 XML 不合语法', 'its directory is broken': '目录坏了', 'its bytes are not those packed': '解开的字节和压缩前的不一样', 'its bytes cannot be unpacked': '字节解不开', 'its pages cannot be found': '找不到页面', 'its sectors have a size that does not exist': '扇区的大小不存在', 'its sectors run in a circle': '扇区绕成了圈', 'it has no head': '没有文件头', 'its table of pieces is missing': '缺少文字块的表' },
  },
  'oversized-file': {
    name: '文件过大',
    reason: '{format} 文件大得出奇，超出了读取的限度。',
    advice: '来源可靠的话，打开它，把文字另存为 UTF-8。',
  },
  'forbidden-markup': {
    name: '不许有的声明',
    reason: '{format} 文件里有自己的实体声明，这是该格式不允许的。',
    advice: '打开它，重新存为 {format}，再读。',
  },
  'text-without-characters': {
    name: '没有文字信息',
    reason: '{format} 文件显示文字，却没有说是哪些字。',
    advice: '用 OCR 识别，再读识别出来的文字。',
  },
  'lost-glyphs': {
    name: '不明符号',
    reason: '{format} 文件里有 {count} 个字没有注明是什么；每个以 U+FFFD 代替。',
    advice: '和印出来的那一页对一对。',
  },
  'page-furniture': {
    name: '页眉页脚',
    reason: '略去了 {count} 行页眉页脚：{sample}。',
    advice: '看看其中有没有讲话里的话。',
  },
  'macros-unread': {
    name: '带有宏',
    reason: '文件带有宏；只读了文字。',
    advice: '信得过寄件人，才用办公软件打开这样的文件。',
  },
  'tracked-changes': {
    name: '修订记录',
    reason: '文件带有修订记录；按全部接受来读。',
    advice: '如果不是这个意思，先在文件里处理好修订。',
  },
  'misnamed-file': {
    name: '扩展名不符',
    reason: '看名字是{named}，看内容是{format}；按内容来读。',
    advice: '按文件的实际格式改扩展名。',
    words: { 'plain text': '纯文本' },
  },
  'restoration-left-undone': {
    name: '未能修复',
    reason: '“{text}”已受损，修不好，照原样留着。',
    advice: '找这篇讲话的另一份，对照这一处；也可以把那一份当作旁证交给解析器。',
  },
  'uncertain-restoration': {
    name: '读法未定',
    reason: '“{text}”可能读作 {readings}，但字节和语言都不能定夺；照原样留着。',
    advice: '自己选一种读法，或者交来一份完好的作旁证，或者把最低把握设为 `unsure` 来修复。',
  },
  'lost-characters': {
    name: '丢字',
    reason: '“{text}”里丢了字；网页上没有留下原来是什么。',
    advice: '照这篇讲话的另一份补上；绝不要猜，数字尤其不能。',
  },
  'torn-line-joined': {
    name: '断句接回',
    reason: '从句子里撕出去的一行接回来了。',
    advice: '把句子读一遍：网页在那一截后面加的句号已经去掉。',
  },
  'split-line-joined': {
    name: '分行接回',
    reason: '在“；”后面断开的一段接回来了。',
    advice: '不必管；如果各行本是一份清单，给它们加上序号或项目符号。',
  },
  'hard-wrap-joined': {
    name: '硬换行接回',
    reason: '断在句子中间的几行接成了一段。',
    advice: '不必管；除非各行本是诗句或清单。',
  },
  'unknown-header-line': {
    name: '页头不明',
    reason: '页头这一行不知道是什么：“{text}”。',
    advice: '什么也没有丢：原样留在 `metadata.fields` 里。常见的话，请告诉我们。',
  },
  'speech-without-salutation': {
    name: '没有称呼',
    reason: '这篇讲话开头没有称呼。',
    advice: '看看是网页漏了，还是讲话本来如此。',
  },
  'speech-without-closing': {
    name: '没有结语',
    reason: '这篇讲话没有结语。',
    advice: '看看是不是被网页截断了；最后一段说得郑重，并不就是结语。',
  },
  'several-speeches-in-item': {
    name: '一处多篇',
    reason: '这一处有 {count} 篇讲话。',
    advice: '引用到讲话，不要只引用到这一处。',
  },
  'truncated-link-title': {
    name: '链接标题截短',
    reason: '网页把链接标题“{title}”截短了。',
    advice: '到链接指向的页面上取完整的标题。',
  },
  'advertised-count-differs': {
    name: '篇数不符',
    reason: '网页说有 {advertised} 篇，实际是 {found} 篇。',
    advice: '缺的可能在网站的下一页，或者没有标题。',
  },
  'paragraph-without-beginning': {
    name: '缺段首',
    reason: '这一段缺了开头。',
    advice: '照这篇讲话的另一份补上；不然就略去这一段，并加以说明。',
  },
  'numbering-gap': {
    name: '缺号',
    reason: '“{previous}”之后是“{found}”：缺 {missing}。',
    advice: '在两者之间找一找丢了的标题；它下面的段落现在归在前一个标题之下。',
  },
  'numbering-repeat': {
    name: '重号',
    reason: '“{found}”连着印了两次。',
    advice: '看看指的是哪一个；引用时以位置为准，不以序号为准。',
  },
  'numbering-restart': {
    name: '重新编号',
    reason: '序号重新开始：“{previous}”之后是“{found}”。',
    advice: '看看上面是不是丢了一个标题，或者另一篇讲话从这里开始。',
  },
  'series-switched': {
    name: '序号换写法',
    reason: '序号换了写法：“{previous}”之后是“{found}”。',
    advice: '序号接得上就不必管；接不上，看看是不是插进了另一篇文字。',
  },
  'announced-count-differs': {
    name: '说的与有的不符',
    reason: '“{text}”说有 {announced} 项，找到 {found}。',
    advice: '找一找丢了的或者没有序号的标题；也可能是讲话人数错了。',
  },
  'elision': {
    name: '缺字',
    reason: '网页在这里略去了字。',
    advice: '只照原件补；缺的是哪一类字，结构里有说明。',
  },
  'empty-quotation': {
    name: '空引号',
    reason: '引号里是空的：引的话被去掉了。',
    advice: '照原件补上；引用时也可以不要这对引号。',
  },
  'unbalanced-quotation': {
    name: '引号不成对',
    reason: '这一段里有一个引号不成对。',
    advice: '看看引文从哪里起、到哪里止，把引号补在那里。',
  },
  'unbalanced-title-mark': {
    name: '书名号不成对',
    reason: '这一段里有一个书名号《或》不成对。',
    advice: '看看书名从哪里起、到哪里止；断开的一行里可能有它的另一半。',
  },
  'near-identical-paragraphs': {
    name: '段落雷同',
    reason: '这一段和第 {line} 行那一段几乎一样。',
    advice: '看看是一篇讲话脱胎于另一篇，还是同一段印了两次。',
  },
  'mixed-scripts': {
    name: '简繁混用',
    reason: '简体字和繁体字混用。',
    advice: '转成一种字形；人名要逐个核对，两种写法可能都对。',
  },
}
