/** OpenCC's tables as opencc-js carries them: rows parted by `|`, each a key, a blank and its values. */
declare module 'opencc-js/dict/*' {
  const rows: string
  export default rows
}

declare module 'opencc-js/t2cn' {
  export function Converter(options: { from: string; to: string }): (text: string) => string
}
