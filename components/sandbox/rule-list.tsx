import { Status } from "@/components/ui/status";
import type { Reason } from "@/lib/contracts/control-decisions";
import { sandboxDecisionsText } from "@/lib/messages/sandbox-decisions";

const { rules, detail } = sandboxDecisionsText;

/** The rules in the order AMP looked at them, each with its words. */
export const RuleList = ({ reasons }: { reasons: Reason[] }) => (
  <ol className="divide-y divide-border rounded-md border border-border text-sm">
    {reasons.map(({ rule, passed, words }) => (
      <li
        key={rule}
        className="grid gap-x-4 gap-y-0.5 items-baseline px-3 py-2 sm:grid-cols-[11rem_6rem_minmax(0,1fr)]"
      >
        <span className="font-medium">{rules[rule] ?? rule}</span>
        <Status tone={passed ? "ok" : "blocked"}>{passed ? detail.passed : detail.failed}</Status>
        <span className="min-w-0 break-words text-muted-foreground">{words}</span>
      </li>
    ))}
  </ol>
);
