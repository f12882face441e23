import type { Operation } from "@/server/treasury/store";

/**
 * An operation as it may leave the server. Of what a reissuance or a burn keeps only AMP's order goes along: whoever
 * has the signed transaction can broadcast it, even after a cancel, and the change carries its blinders.
 */
export function toView(operation: Operation): Operation {
  const { supply, changeData: _, orderText: __, ...facts } = operation.facts;
  if (supply === undefined) return { ...operation, facts };
  const { outpoints, vin, refused } = supply;
  const shown = {
    outpoints,
    ...(vin === undefined ? {} : { vin }),
    ...(refused === undefined ? {} : { refused }),
  };
  return { ...operation, facts: { ...facts, supply: shown } };
}
