import type { ComponentProps } from "react";
import type { Button } from "@/components/ui/button";
import { DialogButton } from "@/components/ui/dialog-button";
import type { AssetChoice, WalletRow } from "@/lib/domain/sandbox";
import { sandboxWalletsText } from "@/lib/messages/sandbox-wallets";
import { walletName } from "./wallet-name";

const { send: text } = sandboxWalletsText;
const load = () => import("./send-dialog").then((module) => module.SendDialog);

interface SendButtonProps extends Pick<ComponentProps<typeof Button>, "size" | "variant"> {
  wallet: WalletRow;
  assets: AssetChoice[];
}

/** What an investor's app would do. */
export const SendButton = ({ wallet, assets, ...look }: SendButtonProps) => (
  <DialogButton
    load={load}
    dialog={{ wallet, assets }}
    aria-label={text.buttonFor(walletName(wallet))}
    {...look}
  >
    {text.button}
  </DialogButton>
);
