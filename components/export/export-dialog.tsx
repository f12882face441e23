"use client";

import Download from "lucide-react/icons/download";
import { buttonVariants } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { EXPORT_FORMATS, type ExportedList } from "@/lib/domain/exports";
import { exportHref } from "@/lib/export-href";
import { isFiltered, type ListState } from "@/lib/list-state";
import { exportsText as text } from "@/lib/messages/exports";

interface ExportDialogProps {
  list: ExportedList;
  state: ListState;
  onClose: () => void;
}

/** What a file will hold, in each form that it comes in. */
export function ExportDialog({ list, state, onClose }: ExportDialogProps) {
  return (
    <Dialog
      title={text.title(list)}
      description={isFiltered(state) ? text.filtered : text.all}
      onClose={onClose}
    >
      <div className="grid gap-4">
        {EXPORT_FORMATS.map((format) => (
          <div key={format} className="grid justify-items-start gap-1.5">
            <a
              href={exportHref(list, format, state)}
              download
              onClick={(event) => event.currentTarget.closest("dialog")?.close()}
              className={buttonVariants()}
            >
              <Download aria-hidden />
              {text.download(format)}
            </a>
            <p className="text-muted-foreground text-xs">{text.about[format]}</p>
          </div>
        ))}
        <p className="text-muted-foreground text-xs">{text.kept}</p>
      </div>
    </Dialog>
  );
}
