import type { OperationKind } from "@/lib/domain/intent";
import { OPERATION_ENDS, type OperationEnd } from "@/lib/domain/operation-ends";

/** The words of each kind's ends, by the names that they have in the audit log. */
export function wordsOfEnds(
  nouns: Record<OperationKind, string>,
  words: Record<OperationEnd, (noun: string) => string>,
): Record<string, string> {
  const kinds = Object.keys(nouns) as OperationKind[];
  return Object.fromEntries(
    kinds.flatMap((kind) => OPERATION_ENDS.map((end) => [`${kind}.${end}`, words[end](nouns[kind])])),
  );
}
