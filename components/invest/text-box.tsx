import { ScrollText } from "./scroll-text";

/** A text exactly as it is signed: every character and line break, before the wallet is asked. */
export const TextBox = ({ title, hint, text }: { title: string; hint: string; text: string }) => (
  <section className="grid gap-1.5">
    <h2 className="font-semibold text-base">{title}</h2>
    <p className="text-muted-foreground text-sm">{hint}</p>
    <ScrollText label={title} text={text} />
  </section>
);
