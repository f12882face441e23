"use client";

import { useRef, useState } from "react";
import { FormDialog } from "@/components/data/form-dialog";
import { useSubmit } from "@/components/data/use-submit";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { SendDecision } from "@/lib/contracts/control-wallets";
import { type AssetChoice, heldFirst, type WalletRow } from "@/lib/domain/sandbox";
import { sandboxWalletsText } from "@/lib/messages/sandbox-wallets";
import { randomId } from "@/lib/random-id";
import { sendFromInvestorAction } from "@/server/actions/sandbox-wallets";
import { AssetAmount } from "./asset-amount";
import { Verdict } from "./verdict";
import { walletName } from "./wallet-name";

const { send: text } = sandboxWalletsText;

interface SendDialogProps {
  wallet: WalletRow;
  assets: AssetChoice[];
  onClose: () => void;
}

/** Sends, and then shows what AMP decided and why. A further transfer is an intent of its own. */
export function SendDialog(props: SendDialogProps) {
  const [intentId, setIntentId] = useState(randomId);
  const [decision, setDecision] = useState<SendDecision>();
  const again = () => {
    setDecision(undefined);
    setIntentId(randomId());
  };
  if (!decision) return <SendForm {...props} intentId={intentId} onDecision={setDecision} />;
  return (
    <Dialog
      title={text.dialog(walletName(props.wallet))}
      size="md"
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={again}>{text.again}</Button>
          <DialogClose variant="primary" data-autofocus>
            {text.close}
          </DialogClose>
        </>
      }
    >
      <Verdict decision={decision} />
    </Dialog>
  );
}

interface SendFormProps extends SendDialogProps {
  intentId: string;
  onDecision: (decision: SendDecision) => void;
}

function SendForm({ wallet, assets, intentId, onDecision, onClose }: SendFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const { submit, isPending, error, fields } = useSubmit(sendFromInvestorAction, onDecision);
  return (
    <FormDialog
      title={text.dialog(walletName(wallet))}
      description={text.description}
      submitLabel={text.submit}
      size="md"
      form={form}
      isPending={isPending}
      error={error}
      fieldNames={["assetUuid", "to", "amount"]}
      onSubmit={(data) =>
        submit({
          intentId,
          fromGaid: wallet.gaid,
          assetUuid: String(data.get("assetUuid") ?? ""),
          to: String(data.get("to") ?? ""),
          amount: String(data.get("amount") ?? ""),
          precision: Number(data.get("precision")),
        })
      }
      onClose={onClose}
    >
      <AssetAmount assets={heldFirst(assets, wallet.holdings)} holdings={wallet.holdings} fields={fields} />
      <Field label={text.to} hint={text.toHint} error={fields.to}>
        <Input name="to" mono autoComplete="off" spellCheck={false} />
      </Field>
    </FormDialog>
  );
}
