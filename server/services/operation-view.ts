import { said } from "@/server/platform/stored-words";
import type { Operation } from "@/server/treasury/store";

/**
 * An operation as it may leave the server, in the words of whoever reads it. Of what a reissuance or a burn keeps only AMP's order goes along: whoever
 * has the signed transaction can broadcast it, even after a cancel, and the change carries its blinders. Which assignments
 * are held back is the worker's own, and may be thousands.
 */
export function toView<T extends Pick<Operation, "facts" | "problem">>(operation: T): T {
  const { supply, changeData: _, orderText: __, held: ___, ...kept } = operation.facts;
  const facts = said(kept);
  const problem = said(operation.problem);
  if (supply === undefined) return { ...operation, problem, facts };
  const { outpoints, vin, refused } = said(supply);
  const shown = {
    outpoints,
    ...(vin === undefined ? {} : { vin }),
    ...(refused === undefined ? {} : { refused }),
  };
  return { ...operation, problem, facts: { ...facts, supply: shown } };
}
