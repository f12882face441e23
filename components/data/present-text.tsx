import { ScrollArea } from "@/components/ui/scroll-area";
import { overtakenText } from "@/lib/messages/overtaken";

/** What saving would replace, beside what was typed. */
export const PresentText = ({ text }: { text: string }) => (
  <figure className="grid gap-1 text-sm">
    <figcaption className="font-medium">{overtakenText.present}</figcaption>
    {text === "" ? (
      <p className="text-muted-foreground">{overtakenText.empty}</p>
    ) : (
      <ScrollArea
        label={overtakenText.present}
        className="max-h-60 overflow-y-auto whitespace-pre-wrap rounded-md border border-border bg-sunken px-3 py-2 [overflow-wrap:anywhere]"
      >
        {text}
      </ScrollArea>
    )}
  </figure>
);
