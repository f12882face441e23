/** A text letter by letter; a long one scrolls, also by the keyboard. */
export const ScrollText = ({ label, text }: { label: string; text: string }) => (
  <section
    aria-label={label}
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    tabIndex={0}
    className="max-h-72 overflow-auto rounded-md border border-border-strong bg-sunken px-3.5 py-3"
  >
    <pre className="whitespace-pre-wrap break-words font-mono text-sm">{text}</pre>
  </section>
);
