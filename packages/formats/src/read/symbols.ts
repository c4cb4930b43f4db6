/** Signs of the fonts Symbol and Wingdings that stand at the head of lines, by their codes (private use). */
export const SYMBOLS: Readonly<Record<string, string>> = {
  F0B7: '•',
  F06C: '●',
  F06E: '■',
  F075: '◆',
  F0A7: '▪',
  F0A8: '□',
  F0D8: '➢',
  F0FC: '✓',
}
