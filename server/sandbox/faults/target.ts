import type { FaultSurface } from "./fault";

/** A call as faults are aimed at it. */
export interface Aim {
  surface: FaultSurface;
  /** The HTTP method. */
  method: string;
  /** Without the surface's prefix. */
  path: string;
  /** What the call is called: AMP's endpoint, or the RPC methods of the body. Asked for only if a fault stands. */
  names(): readonly string[];
}

const PATH = /^(?:(GET|POST|PUT|DELETE) )?(\/\S*)$/;

export const isPathTarget = (target: string): boolean => PATH.test(target);

/** Whether the call is what the target means. */
export function isTarget(target: string, aim: Aim): boolean {
  if (target === "*") return true;
  const [, method, part] = PATH.exec(target) ?? [];
  if (part === undefined) return aim.names().includes(target);
  return aim.surface !== "node" && (method ?? aim.method) === aim.method && aim.path.includes(part);
}
