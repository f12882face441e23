import { long } from "@/lib/contracts/identity/values";
import { frameworkError } from "../errors";

/** The chain id of a path. @throws Refusal 400 in the framework's shape for what is no 64-bit number */
export function readChainId(segment: string | undefined): bigint {
  const parsed = long.safeParse(segment);
  if (!parsed.success) throw frameworkError(400);
  return parsed.data;
}
