import { AsyncLocalStorage } from "node:async_hooks";

interface ListId {
  workspaceId: string;
  kind: string;
  key: string;
}

/** What a reading in several portions goes by from its first portion to its last. */
export interface Held<Copy> {
  /** When it began: what depends on the time is as it was then. */
  at: Date;
  copies: Map<string, Promise<Copy>>;
  /** Those of them that are held by now. */
  generations: Map<string, number>;
  /** What its first portion found out beside them. */
  answers: Map<string, unknown>;
  /** What is to be forgotten with it. */
  endings: (() => Promise<void>)[];
}

const storage = new AsyncLocalStorage<Held<unknown>>();

export const heldNameOf = ({ workspaceId, kind, key }: ListId) => `${workspaceId} ${kind} ${key}`;

export const withHeld = <T>(held: Held<unknown>, work: () => Promise<T>): Promise<T> =>
  storage.run(held, work);

export const currentHeld = (): Held<unknown> | undefined => storage.getStore();

/** When this reading began. */
export const heldMoment = (): Date | undefined => storage.getStore()?.at;

/** The generation that this reading goes by, whatever is served by now. */
export const heldGeneration = (id: ListId): number | undefined =>
  storage.getStore()?.generations.get(heldNameOf(id));
