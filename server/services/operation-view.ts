import { said } from "@/server/platform/stored-words";
import type { Operation } from "@/server/treasury/store";

/**
 * An operation as it may leave the server, in the words of whoever reads it. Of what a reissuance or a burn keeps only AMP's order goes along: whoever
 * has the signed transaction can broadcast it, even after a cancel, and the change carries its blinders.
 */
export function toView(operation: Operation): Operation {
  const { supply, changeData: _, orderText: __, ...kept } = operation.facts;
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
