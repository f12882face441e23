import Check from "lucide-react/icons/check";
import { investText } from "@/lib/messages/invest";

const { issuer: text } = investText;

/** What leaves the portal with a request, item by item, and what never does. */
export function SharedFacts({ issuer, level = 2 }: { issuer: string; level?: 2 | 3 }) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section className="grid gap-2">
      <Heading className="font-semibold text-base">{text.sharedTitle(issuer)}</Heading>
      <ul className="grid gap-1.5 text-sm">
        {Object.values(text.shared).map((fact) => (
          <li key={fact} className="flex items-start gap-2">
            <Check aria-hidden className="mt-0.5 size-4 shrink-0 text-link" />
            {fact}
          </li>
        ))}
      </ul>
      <p className="text-muted-foreground text-sm">{text.notShared}</p>
    </section>
  );
}
