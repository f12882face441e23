import { getJson } from "@/components/data/get-json";
import type { Check, CheckId } from "@/lib/domain/distribution";

type Problems<Field extends string> = Partial<Record<Field, string>>;

/** Of the checks that failed, those that a field of the form can mend, each with the review's own words. */
export function problemsOf<Field extends string>(
  checks: readonly Check[],
  fields: Partial<Record<CheckId, Field>>,
): Problems<Field> {
  const found: Problems<Field> = {};
  for (const { id, isOk, remedy } of checks) {
    const field = fields[id];
    if (!isOk && field !== undefined) found[field] ??= remedy;
  }
  return found;
}

/**
 * What the review of this preview would refuse, to be said at the field before anybody gets there. Nothing where nobody
 * can be asked: the review says why.
 */
export async function askProblems<Field extends string>(
  path: string,
  fields: Partial<Record<CheckId, Field>>,
): Promise<Problems<Field>> {
  const preview = await getJson<{ checks: Check[] }>(path).catch(() => null);
  return problemsOf(preview?.checks ?? [], fields);
}
