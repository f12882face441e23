import { StartByHand } from "@/components/operations/start-by-hand";
import { TypedApproval } from "@/components/operations/typed-approval";
import type { SupplyPreview } from "@/lib/domain/supply";
import type { ErrorView } from "@/lib/errors";
import { supplyText } from "@/lib/messages/supply";
import { routes } from "@/lib/routes";
import { startSupplyByHandAction } from "@/server/actions/by-hand";
import { isTyped, wordsToType } from "./typed-confirmation";

interface SupplyApprovalProps {
  preview: SupplyPreview;
  isBusy: boolean;
  error: ErrorView | null;
  onStart: (intentId: string) => void;
}

/** The amount of a reissuance, or the name of what is burned, is typed. */
export function SupplyApproval({ preview, isBusy, error, onStart }: SupplyApprovalProps) {
  const { kind, intent, intentHash, canStart, checks } = preview;
  const words = supplyText.kinds[kind];
  const expected = wordsToType(kind, intent);
  return (
    <TypedApproval
      title={words.approveTitle}
      consequence={words.consequence}
      intentHash={intentHash}
      canStart={canStart}
      isBusy={isBusy}
      error={error}
      typing={{
        label: words.typeLabel(expected),
        expected,
        isTyped: (typed) => isTyped(kind, intent, typed),
      }}
      start={words.start}
      isDanger={kind === "burn"}
      beside={
        <StartByHand
          assetName={intent.assetName}
          checks={checks}
          action={(id) =>
            startSupplyByHandAction({
              ...{ intentId: id, intentHash, kind },
              ...{ assetUuid: intent.assetUuid, amountSats: intent.totalSats },
            })
          }
          goTo={(operationId) => routes.supplyOperation(intent.assetUuid, operationId)}
        />
      }
      onStart={onStart}
    />
  );
}
