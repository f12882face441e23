"use client";

import Bookmark from "lucide-react/icons/bookmark";
import { DialogButton } from "@/components/ui/dialog-button";
import { type ListState, listHref } from "@/lib/list-state";
import { savedViewsText } from "@/lib/messages/saved-views";

const load = () => import("./views-dialog").then((module) => module.ViewsDialog);

/** For the end of a list's filter bar: the person's own views of the list. */
export const ViewsButton = ({ state }: { state: ListState }) => (
  <DialogButton
    load={load}
    dialog={{ path: state.path, shown: listHref(state) }}
    size="sm"
    icon={<Bookmark aria-hidden />}
  >
    {savedViewsText.open}
  </DialogButton>
);
