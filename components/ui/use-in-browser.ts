import { useSyncExternalStore } from "react";

const never = () => () => {};

/**
 * What the browser alone knows and never changes: the server's HTML stands with `onServer`, and is turned at once.
 * @param read gives the same at every call
 */
export const useInBrowser = <T extends string | boolean>(read: () => T, onServer: T): T =>
  useSyncExternalStore(never, read, () => onServer);
