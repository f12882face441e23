/**
 * "4f9c1d…77ab02": the two ends are what people compare. Text that would not become shorter stays whole.
 * @param ends characters kept at each end
 */
export function shortenMiddle(text: string, ends = 6): string {
  return text.length <= ends * 2 + 3 ? text : `${text.slice(0, ends)}…${text.slice(-ends)}`;
}
