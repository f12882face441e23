import Eye from "lucide-react/icons/eye";
import { LeavingForm } from "@/components/shell/leaving-form";
import { Button } from "@/components/ui/button";
import type { Preview } from "@/lib/domain/actor";
import { previewText as text } from "@/lib/messages/preview";

interface PreviewBannerProps {
  preview: Preview;
  endAction: () => Promise<void>;
}

/** Over every page while an issuer looks at the desk as a manager. */
export function PreviewBanner({ preview, endAction }: PreviewBannerProps) {
  return (
    <aside
      aria-label={text.label}
      className="mb-5 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-lg border border-info bg-info-soft px-3.5 py-2 text-sm"
    >
      <p className="flex min-w-0 items-center gap-2 font-medium text-foreground">
        <Eye aria-hidden className="size-4 shrink-0 text-info" />
        {text.banner(preview.username)}
      </p>
      <LeavingForm action={endAction} failed="stillPreview">
        <Button type="submit" size="sm">
          {text.end}
        </Button>
      </LeavingForm>
    </aside>
  );
}
