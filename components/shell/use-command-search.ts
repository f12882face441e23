import { useEffect, useState } from "react";
import type { CommandAnswer } from "@/lib/command";

export interface Search extends CommandAnswer {
  state: "idle" | "searching" | "failed";
}

const PAUSE_MS = 150;
const SHORTEST_QUERY = 2;
const NOTHING: Search = { items: [], missing: [], state: "idle" };

/** Asks `searchUrl?q=` once the person pauses; an answer to an older question is dropped. */
export function useCommandSearch(searchUrl: string | undefined, query: string): Search {
  const [search, setSearch] = useState<Search>(NOTHING);
  useEffect(() => {
    const words = query.trim();
    if (!searchUrl || words.length < SHORTEST_QUERY) {
      setSearch(NOTHING);
      return;
    }
    const abort = new AbortController();
    const timer = setTimeout(async () => {
      setSearch((before) => ({ ...before, state: "searching" }));
      try {
        setSearch({ ...(await ask(searchUrl, words, abort.signal)), state: "idle" });
      } catch {
        if (!abort.signal.aborted) setSearch({ ...NOTHING, state: "failed" });
      }
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [searchUrl, query]);
  return search;
}

async function ask(searchUrl: string, words: string, signal: AbortSignal): Promise<CommandAnswer> {
  const answer = await fetch(`${searchUrl}?${new URLSearchParams({ q: words })}`, { signal });
  if (!answer.ok) throw new Error(`search answered ${answer.status}`);
  return (await answer.json()) as CommandAnswer;
}
