import { type ComponentType, createElement, Fragment, use } from "react";
import { Button } from "@/components/ui/button";
import { toggled } from "@/lib/domain/category-matrix";
import { decodeJson } from "@/lib/json";
import { looks } from "./testing-shown";
import { answerOf } from "./testing-targets";

// Stand for what a person opens, chooses or waits for: here it is on the page at once.

type Load = () => Promise<ComponentType<object>>;

const loaded = new Map<Load, ReturnType<Load>>();

function useLoaded(load: Load): ComponentType<object> {
  const component = loaded.get(load) ?? load();
  loaded.set(load, component);
  return use(component);
}

const nothing = () => {};

export const lazy = { useLazy: (load: Load) => [useLoaded(load), nothing] };

interface DialogButtonProps {
  load: Load;
  dialog: object;
}

export const dialogButton = {
  DialogButton: ({ load, dialog, ...button }: DialogButtonProps) =>
    createElement(
      Fragment,
      null,
      createElement(Button, button),
      createElement(useLoaded(load), Object.assign({ onClose: nothing }, dialog)),
    ),
};

const choosing = { toggle: nothing, toggleAll: nothing, set: nothing, selectAll: nothing, clear: nothing };

export const selection = {
  useSelection: <Key>(ids: Key[]) => ({ ids, has: () => true, isAll: true, ...choosing }),
};

export const userSelection = { useSelection: () => ({ ids: new Set(), isAll: true, ...choosing }) };

const waiting = toggled(new Map(), { id: 1, name: "Ada", categories: [] }, 1);

export const queue = { useQueue: () => ({ queue: waiting, toggle: nothing, clear: nothing }) };

interface Query {
  queryKey: unknown[];
  queryFn: () => Promise<unknown>;
  initialData?: unknown;
  enabled?: boolean;
}

export const query = {
  useQuery: (wanted: Query) => ({
    data: wanted.initialData ?? (wanted.enabled === false ? undefined : use(readOnce(wanted))),
    error: null,
    isError: false,
    isFetching: false,
    isPlaceholderData: false,
    refetch: nothing,
  }),
};

/** One answer for all parts of a page that ask the same. */
function readOnce({ queryKey, queryFn }: Query): Promise<unknown> {
  const look = looks.getStore();
  const key = JSON.stringify(queryKey, (_, value) => (typeof value === "bigint" ? String(value) : value));
  const read = look?.reads.get(key) ?? queryFn();
  look?.reads.set(key, read);
  return read;
}

/** What a page reads after its first paint is not refused either. */
export const reading = {
  getJson: async (href: string) => {
    const answer = await answerOf(href);
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${href} is refused: ${text}`);
    return decodeJson(text);
  },
};
