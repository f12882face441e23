import { Alert } from "@/components/ui/alert";
import { CopyId } from "@/components/ui/copy-id";
import { Link } from "@/components/ui/link";
import type { SendDecision } from "@/lib/contracts/control-wallets";
import { sandboxWalletsText } from "@/lib/messages/sandbox-wallets";
import { routes } from "@/lib/routes";
import { RuleList } from "./rule-list";

const { verdict: text } = sandboxWalletsText;

/** What AMP decided about a transfer, with every rule it looked at. */
export function Verdict({
  decision: { approved, authorization, txid, reasons },
}: {
  decision: SendDecision;
}) {
  return (
    <div className="grid gap-4">
      <Alert tone={approved ? "ok" : "blocked"} title={approved ? text.approved : text.refused}>
        {txid && <CopyId value={txid} label={text.txid} ends={10} />}
      </Alert>
      <section className="grid gap-2">
        <h3 className="font-medium text-sm">{text.rules}</h3>
        <RuleList reasons={reasons} />
      </section>
      <p>
        <Link
          href={routes.sandboxDecision(authorization)}
          className="rounded-xs text-link underline-offset-2 hover:underline"
        >
          {text.details}
        </Link>
      </p>
    </div>
  );
}
