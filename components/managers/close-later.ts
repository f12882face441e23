/** A token that was handed over must not stay on a screen that somebody has left. */
export const SHOWN_MINUTES = 5;

/** @returns what an effect calls at its end */
export function closeLater(close: () => void): () => void {
  const timer = setTimeout(close, SHOWN_MINUTES * 60_000);
  return () => clearTimeout(timer);
}
