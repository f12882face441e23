/** 0.4 s, 12 s, 3 min 05 s */
export function duration(ms) {
  if (ms < 10_000) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, "0")} s`;
}

/**
 * Shows each step with the time it takes: on a terminal as a line that counts, elsewhere as a line at the start
 * of the waiting and one at its end.
 */
export class Progress {
  constructor(stream = process.stdout) {
    this.stream = stream;
    this.isLive = Boolean(stream.isTTY) && !process.env.CI;
    /** Set when everything is being ended: a step that is cut short then is no failure to show. */
    this.isOver = false;
  }

  say(line = "") {
    this.stream.write(`${line}\n`);
  }

  /** Runs `work(note)`; `note(text)` replaces what stands behind the title. */
  async step(title, work) {
    const began = Date.now();
    let detail = "";
    const show = () => this.#show(title, detail, Date.now() - began);
    const timer = setInterval(show, this.isLive ? 200 : 15_000);
    if (this.isLive) show();
    try {
      const result = await work((text) => {
        detail = text;
      });
      this.#finish("ok", title, detail, Date.now() - began);
      return result;
    } catch (error) {
      this.#finish("failed", title, "", Date.now() - began);
      throw error;
    } finally {
      clearInterval(timer);
    }
  }

  #show(title, detail, ms) {
    if (this.isOver) return;
    const line = `  ...     ${title}${detail && ` (${detail})`}  ${duration(ms)}`;
    this.stream.write(
      this.isLive ? `\r\x1b[2K${line.slice(0, (this.stream.columns ?? 80) - 1)}` : `${line}\n`,
    );
  }

  #finish(word, title, detail, ms) {
    if (this.isOver) return;
    const line = `  ${word.padEnd(7)} ${title}${detail && ` (${detail})`}  ${duration(ms)}`;
    this.stream.write(this.isLive ? `\r\x1b[2K${line}\n` : `${line}\n`);
  }
}
