"use client";

import { DialogButton } from "@/components/ui/dialog-button";
import type { Wanted } from "@/lib/domain/ask-issuer";
import { askIssuerText as text } from "@/lib/messages/ask-issuer";

const load = () => import("./ask-issuer-dialog").then((module) => module.AskIssuerDialog);

/** Where a manager meets what the issuer alone may do. */
export const AskIssuer = ({ wanted }: { wanted: Wanted }) => (
  <DialogButton load={load} dialog={{ wanted }} size="sm">
    {text.openFor[wanted.kind]}
  </DialogButton>
);
