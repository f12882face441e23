import { Alert } from "@/components/ui/alert";
import { walletText } from "@/lib/messages/invest-wallet";
import { type WalletProblem, walletProblem } from "./wallet-problem";

/** Why the wallet did not do what it was asked, and what helps. */
export function ProblemAlert({ error, otherwise }: { error: unknown; otherwise?: WalletProblem }) {
  if (!error) return null;
  const known = walletProblem(error);
  const problem = known === "unknown" ? (otherwise ?? known) : known;
  const { title, text } = walletText.problems[problem];
  return (
    <Alert tone={problem === "rejected" || problem === "pending" ? "waiting" : "blocked"} title={title}>
      {text}
    </Alert>
  );
}
