"use client";

import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { ManagerRow } from "@/lib/domain/managers";
import { previewText as text } from "@/lib/messages/preview";
import { routes } from "@/lib/routes";
import { startPreviewAction } from "@/server/actions/session";

export function PreviewDialog({ manager, onClose }: { manager: ManagerRow; onClose: () => void }) {
  const onConfirm = async () => {
    const result = await startPreviewAction({ managerId: manager.id });
    // Everything that was read as the issuer is left behind.
    if (result.ok) window.location.assign(routes.overview);
    return result;
  };
  return (
    <ConfirmDialog
      title={text.title(manager.username)}
      consequence={
        <div className="grid gap-2">
          <p>{text.lead}</p>
          {manager.isLocked && <p className="font-medium">{text.locked(manager.username)}</p>}
          <p className="text-muted-foreground">{text.limits}</p>
        </div>
      }
      confirmLabel={text.start}
      tone="primary"
      onConfirm={onConfirm}
      onClose={onClose}
    />
  );
}
