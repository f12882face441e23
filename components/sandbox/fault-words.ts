import type { Fault } from "@/lib/contracts/control-faults";
import { ANY_CALL, FAULT_NUMBERS } from "@/lib/domain/faults";
import { sandboxFaultsText } from "@/lib/messages/sandbox-faults";

const { told } = sandboxFaultsText;

/** The options of a standing fault in a few words; empty when its kind says all. */
export function optionWords(fault: Fault): string {
  const words = [kindWords(fault)];
  if (fault.effect) words.push(told.effect(fault.effect, fault.afterMs ?? FAULT_NUMBERS.afterMs.usual));
  if (fault.probability < 1)
    words.push(sandboxFaultsText.share(String(Math.round(fault.probability * 10_000) / 100)));
  return words.filter(Boolean).join(", ");
}

function kindWords({ kind, ...options }: Fault): string {
  switch (kind) {
    case "latency":
      return told.ms(options.ms ?? 0, options.jitterMs ?? 0);
    case "server_error":
      return told.status(options.status ?? FAULT_NUMBERS.status.usual);
    case "rate_limit":
      return told.retryAfter(options.retryAfterSeconds ?? FAULT_NUMBERS.retryAfterSeconds.usual);
    case "wrong_type":
      return options.contentType ? told.contentType(options.contentType) : "";
    case "trickle":
      return told.trickle(
        options.chunkBytes ?? FAULT_NUMBERS.chunkBytes.usual,
        options.everyMs ?? FAULT_NUMBERS.everyMs.usual,
      );
    default:
      return "";
  }
}

export const targetWords = (target: string): string =>
  target === ANY_CALL ? sandboxFaultsText.everyCall : target;
