"use client";

import Wallet from "lucide-react/icons/wallet";
import { useState } from "react";
import { FormAlert } from "@/components/data/error-alert";
import { useSubmit } from "@/components/data/use-submit";
import { Button } from "@/components/ui/button";
import { CopyId } from "@/components/ui/copy-id";
import { DialogButton } from "@/components/ui/dialog-button";
import { sandboxWalletsText } from "@/lib/messages/sandbox-wallets";
import { notify } from "@/lib/notify";
import { makeInvestorWalletsAction } from "@/server/actions/sandbox-wallets";

const { make: text } = sandboxWalletsText;
const load = () => import("./make-wallets-dialog").then((module) => module.MakeWalletsDialog);

/** One at a click, with its GAID beside the button; several by a form. */
export function MakeWallets() {
  const [made, setMade] = useState<string>();
  const { submit, isPending, error } = useSubmit(makeInvestorWalletsAction, ({ gaid }) => {
    setMade(gaid);
    notify({ tone: "ok", title: text.done(1) });
  });
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <Button
          data-new
          variant="primary"
          icon={<Wallet aria-hidden />}
          loading={isPending}
          onClick={() => submit({ count: 1 })}
        >
          {text.button}
        </Button>
        <DialogButton load={load} dialog={{}}>
          {text.several}
        </DialogButton>
        <span aria-live="polite" className="text-sm empty:hidden">
          {made && <CopyId value={made} label={sandboxWalletsText.gaid} full />}
        </span>
      </div>
      <FormAlert error={error} />
    </div>
  );
}
