import { heightsText } from "@/lib/messages/heights";

/** Under a list whose filter AMP does not know: how far it was looked through. */
export function LookedThrough({ rows }: { rows: number | null }) {
  if (rows === null) return null;
  return (
    <p role="status" className="border-border border-t px-4 py-2.5 text-muted-foreground text-sm">
      {heightsText.lookedThrough(rows)}
    </p>
  );
}
