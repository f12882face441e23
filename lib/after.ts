/** Null after so many milliseconds, for what is waited for no longer; no process stays for it. */
export const after = (ms: number): Promise<null> =>
  new Promise((resolve) => void setTimeout(resolve, ms, null).unref());
