import { CopyId } from "@/components/ui/copy-id";
import { KeyValue, KeyValues } from "@/components/ui/key-values";
import { autoInvestText as text } from "@/lib/messages/invest-pages";
import type { Campaign } from "./campaign";

interface ApprovalCallProps {
  campaign: Campaign;
  /** In the coin's smallest units, in the order in which the wallet is asked. */
  approvals: readonly bigint[];
}

/** What the wallet is about to be asked, in the words that it will use itself. */
export const ApprovalCall = ({ campaign: { address, coin }, approvals }: ApprovalCallProps) => (
  <section className="grid gap-2 rounded-md border border-border bg-sunken p-3.5">
    <h3 className="font-medium">{text.reviewTitle}</h3>
    <p className="text-muted-foreground">{text.reviewText}</p>
    {approvals.length > 1 && <p>{text.reviewTwo}</p>}
    <KeyValues>
      <KeyValue term={text.call.contract}>
        <CopyId value={coin} label={text.call.contract} full />
      </KeyValue>
      <KeyValue term={text.call.function}>
        <code className="break-all text-xs">{text.call.signature}</code>
      </KeyValue>
      <KeyValue term={text.call.spender}>
        <CopyId value={address} label={text.call.spender} full />
      </KeyValue>
      <KeyValue term={text.call.units}>{approvals.join(text.call.inTurn)}</KeyValue>
    </KeyValues>
  </section>
);
