import { isUnclearCode, type Result } from "@/lib/errors";

/**
 * Asks for what a person approved. Where nobody heard what became of an approval, the next one asks for the very same once
 * more, which the server meets by its id: a fresh preview has another one, and what it shows may be done already.
 */
export function untilHeard<Approval, Data>(action: (approval: Approval) => Promise<Result<Data>>) {
  let unheard: Approval | null = null;
  return async (approval: Approval): Promise<Result<Data>> => {
    unheard ??= approval;
    const result = await action(unheard);
    if (result.ok || result.error.retryable || !isUnclearCode(result.error.code)) unheard = null;
    return result;
  };
}
