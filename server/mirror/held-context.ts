import { AsyncLocalStorage } from "node:async_hooks";

interface ListId {
  workspaceId: string;
  kind: string;
  key: string;
}

/** What a reading in several portions goes by from its first portion to its last. */
export interface Held<Copy> {
  copies: Map<string, Promise<Copy>>;
  /** Those of them that are held by now. */
  generations: Map<string, number>;
  /** What was asked beside them. */
  answers: Map<string, Promise<unknown>>;
}

const storage = new AsyncLocalStorage<Held<unknown>>();

export const heldNameOf = ({ workspaceId, kind, key }: ListId) => `${workspaceId} ${kind} ${key}`;

export const withHeld = <T>(held: Held<unknown>, work: () => Promise<T>): Promise<T> =>
  storage.run(held, work);

export const currentHeld = (): Held<unknown> | undefined => storage.getStore();

/** The generation that this reading goes by, whatever is served by now. */
export const heldGeneration = (id: ListId): number | undefined =>
  storage.getStore()?.generations.get(heldNameOf(id));

/** Within a reading in portions, what it was told first; elsewhere what `ask` is told. */
export function heldAnswer<T>(question: string, ask: () => Promise<T>): Promise<T> {
  const answers = storage.getStore()?.answers;
  if (!answers) return ask();
  const known = answers.get(question) as Promise<T> | undefined;
  if (known) return known;
  const answer = ask();
  answers.set(question, answer);
  answer.catch(() => answers.delete(question));
  return answer;
}
