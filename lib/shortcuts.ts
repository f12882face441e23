/** What a key without Control, Alt or Command stands for. */
export type Shortcut = { kind: "help" | "search" | "new" } | { kind: "go"; letter: string };

export interface KeyPress {
  key: string;
  /** Control, Alt or Command is held, or a character is still being composed. */
  isModified: boolean;
  /** The focus is where text is typed or chosen, or a dialog is open. */
  isTyping: boolean;
  /** Milliseconds on any clock. */
  at: number;
}

/** "g", and within this time a letter. */
const CHORD_MS = 1_500;

/** Reads keys one after another: `?` help, `/` search, `n` new, `g` and a letter a page. */
export function createShortcutReader(): (press: KeyPress) => Shortcut | null {
  let chordAt = Number.NEGATIVE_INFINITY;
  return ({ key, isModified, isTyping, at }) => {
    const isChord = at - chordAt <= CHORD_MS;
    // Shift alone, on the way to "?", ends nothing.
    if (key === "Shift") return null;
    chordAt = Number.NEGATIVE_INFINITY;
    if (isModified || isTyping) return null;
    if (isChord) return /^[a-z]$/i.test(key) ? { kind: "go", letter: key.toLowerCase() } : null;
    if (key === "g") chordAt = at;
    if (key === "?") return { kind: "help" };
    if (key === "/") return { kind: "search" };
    return key === "n" ? { kind: "new" } : null;
  };
}

/** Whoever waited longer has gone on to something else. */
const EARLY_MS = 3_000;

/** What was pressed lately, before anybody read it, and leaves nothing for a second reading. @param now as the presses' clock */
export const takeEarly = <Press extends { timeStamp: number }>(early: Press[], now: number): Press[] =>
  early.splice(0).filter(({ timeStamp }) => now - timeStamp <= EARLY_MS);

const STORED = "ampdesk-shortcuts";
const watchers = new Set<() => void>();

/** Keys without a modifier can be switched off for those whom they get in the way of (WCAG 2.1.4); kept in this browser. */
export const shortcutSetting = {
  isOn(): boolean {
    try {
      return window.localStorage.getItem(STORED) !== "off";
    } catch {
      return true;
    }
  },
  set(isOn: boolean): void {
    try {
      window.localStorage.setItem(STORED, isOn ? "on" : "off");
    } catch {
      // A browser that stores nothing keeps them on.
    }
    for (const watcher of watchers) watcher();
  },
  watch(watcher: () => void): () => void {
    watchers.add(watcher);
    return () => watchers.delete(watcher);
  },
};
