// Generated from jieba’s dictionary (MIT) and OpenCC’s STCharacters (Apache-2.0): run `pnpm generate`.
import { unpack } from '../source/unpack.ts'

/** The traditional-only forms of the thousand most frequent characters, sorted. */
export const commonTraditional = /* @__PURE__ */ unpack(
  '並亂N佔d個8側WL6@f=XZG4別TFL@646z6636區FYzrb員問喫5R嚴國4764執@^5H壓夠婦媽孫?hj344=C373jP:島師=g@7廠5張4CvD=>惡lb]應`k8採lE擊<8L敗P5q7時書=東條楊U:構4gC8<HDFu權xCC73t氣決Ja減C準G滿UH澤m灣為無熱`爭7:6:狀獨<;現環產r;78發盡43眾確礎Ja禮\\種5NN筆節67簡紀63:?HD4>7C=TL7JB@>aLIZB羅P37[聞C578腦?臉QD?333荊華oO藝:TXZ<衆?:4裏?36見69FB8z=7G65S;:5:3MC>8A:6=w`AJ9;<;豐負396:56>N9E趕車5DV8>G7;>7辦>這<AJ358>;A4<8鄉醫銀i錄P?鍾b鐵長;=:{陣B77?6??4^5583A;靈F響5534:57GQ3=8;:keFM@B馬驗5體鬥g鮮麼9M<齊u',
)
