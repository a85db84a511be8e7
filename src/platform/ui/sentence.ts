/** Words as a sentence of ours: a capital first and a stop at the end, when they have none. @example sentence('two hours') // 'Two hours.' */
export function sentence(words: string): string {
  const text = words.trim();
  if (!text) return '';
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?…”]$/.test(text) ? '' : '.'}`;
}
