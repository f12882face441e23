import type { Method } from "./method";

/** One line of help: the method with its arguments in their order. */
export const usageOf = (name: string, { params }: Pick<Method, "params">): string =>
  [name, ...params].join(" ");
