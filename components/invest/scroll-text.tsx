import { ScrollArea } from "@/components/ui/scroll-area";

/** A text letter by letter; a long one scrolls. */
export const ScrollText = ({ label, text }: { label: string; text: string }) => (
  <ScrollArea
    label={label}
    className="max-h-72 overflow-auto rounded-md border border-border-strong bg-sunken px-3.5 py-3"
  >
    <pre className="whitespace-pre-wrap break-words font-mono text-sm">{text}</pre>
  </ScrollArea>
);
