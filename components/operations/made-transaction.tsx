import { CopyId } from "@/components/ui/copy-id";
import { KeyValue } from "@/components/ui/key-values";
import { isUnsent, type OperationView } from "@/lib/domain/operation";
import { groupDigits } from "@/lib/format/amounts";
import { operationsText } from "@/lib/messages/operations";

const { run: text } = operationsText;

/** The transaction that was made and signed, and the block that carries it: lines among the facts. */
export function MadeTransaction({
  operation: {
    state,
    facts: { txid, blockHeight },
  },
}: {
  operation: OperationView;
}) {
  return (
    <>
      {txid && (
        <KeyValue term={text.txid}>
          <CopyId value={txid} label={text.txid} ends={10} />
          {isUnsent(state) && <p className="text-muted-foreground text-xs">{text.notBroadcast}</p>}
        </KeyValue>
      )}
      {blockHeight !== undefined && <KeyValue term={text.block}>{groupDigits(String(blockHeight))}</KeyValue>}
    </>
  );
}
