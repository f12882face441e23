"use client";

import Download from "lucide-react/icons/download";
import { DialogButton } from "@/components/ui/dialog-button";
import type { ExportedList } from "@/lib/domain/exports";
import type { ListState } from "@/lib/list-state";
import { uiText } from "@/lib/messages/ui";

const load = () => import("./export-dialog").then((module) => module.ExportDialog);

interface ExportButtonProps {
  list: ExportedList;
  state: ListState;
}

/** For the end of a list's filter bar: the list as it is filtered, whole, as a file. */
export const ExportButton = ({ list, state }: ExportButtonProps) => (
  <DialogButton
    load={load}
    dialog={{ list, state }}
    size="sm"
    data-export={list}
    icon={<Download aria-hidden />}
  >
    {uiText.export}
  </DialogButton>
);
