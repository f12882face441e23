"use client";

import { DialogButton } from "@/components/ui/dialog-button";
import { shortenMiddle } from "@/lib/format/ids";
import { usersText } from "@/lib/messages/users";
import type { DefaultGaidProps } from "./default-gaid-dialog";
import type { RenameProps } from "./rename-dialog";

const loadRename = () => import("./rename-dialog").then((module) => module.RenameDialog);
const loadDefault = () => import("./default-gaid-dialog").then((module) => module.DefaultGaidDialog);

export const RenameButton = (props: RenameProps) => (
  <DialogButton load={loadRename} dialog={props}>
    {usersText.rename.open}
  </DialogButton>
);

export const DefaultGaidButton = (props: DefaultGaidProps) => (
  <DialogButton
    load={loadDefault}
    dialog={props}
    size="sm"
    aria-label={usersText.defaults.setTo(shortenMiddle(props.gaid, 6))}
  >
    {usersText.defaults.set}
  </DialogButton>
);
