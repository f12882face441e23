import { createHash } from "node:crypto";

/** The look of the page: light and dark, from 360 px on. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --back: light-dark(#f4f6f8, #10151b);
  --card: light-dark(#ffffff, #1a2129);
  --line: light-dark(#808b97, #77838f);
  --soft: light-dark(#dfe4ea, #2c3641);
  --text: light-dark(#16202b, #e8edf2);
  --quiet: light-dark(#4d5966, #a9b4c0);
  --accent: light-dark(#0b5c54, #6fd3c4);
  --on-accent: light-dark(#ffffff, #08201d);
  --warn: light-dark(#8a3b12, #f3b58f);
}
* { box-sizing: border-box; }
body {
  margin: 0;
  background: var(--back);
  color: var(--text);
  font: 1rem/1.5 system-ui, sans-serif;
  overflow-wrap: anywhere;
}
main { max-width: 44rem; margin-inline: auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 0.5rem; text-wrap: balance; }
h2 { font-size: 1.125rem; margin: 0 0 0.5rem; }
section, form {
  background: var(--card);
  border: 1px solid var(--soft);
  border-radius: 0.75rem;
  padding: 1rem;
  margin-block: 1rem;
}
p { margin: 0 0 0.75rem; }
.quiet { color: var(--quiet); font-size: 0.875rem; }
.warn { color: var(--warn); font-weight: 600; }
dl { display: grid; gap: 0.25rem 1rem; margin: 0; }
dt { color: var(--quiet); font-size: 0.875rem; }
dd { margin: 0; font-variant-numeric: tabular-nums; }
fieldset { border: 0; padding: 0; margin: 0 0 1rem; min-width: 0; }
legend { font-weight: 600; padding: 0; margin-bottom: 0.375rem; }
.choice { display: flex; gap: 0.625rem; align-items: baseline; padding-block: 0.25rem; }
.grid { display: grid; gap: 0.75rem; }
.grid label { display: grid; gap: 0.25rem; font-size: 0.875rem; }
input:not([type="radio"], [type="checkbox"]), select {
  width: 100%;
  min-height: 2.75rem;
  padding: 0.375rem 0.625rem;
  color: inherit;
  background: var(--back);
  border: 1px solid var(--line);
  border-radius: 0.5rem;
  font: inherit;
}
input[type="radio"], input[type="checkbox"] { accent-color: var(--accent); width: 1.125rem; height: 1.125rem; flex: none; }
details { margin-bottom: 1rem; }
summary { cursor: pointer; padding-block: 0.5rem; font-weight: 600; }
button, .button {
  display: inline-block;
  min-height: 2.75rem;
  padding: 0.5rem 1.25rem;
  border: 1px solid var(--accent);
  border-radius: 0.5rem;
  background: var(--accent);
  color: var(--on-accent);
  font: inherit;
  font-weight: 600;
  text-decoration: none;
  cursor: pointer;
}
.button { background: transparent; color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
ol { list-style: none; margin: 0 0 0.75rem; padding: 0; }
li { border-block-start: 1px solid var(--soft); padding-block: 0.5rem; }
@media (min-width: 36rem) {
  dl { grid-template-columns: 12rem 1fr; }
  .grid { grid-template-columns: 1fr 1fr; }
}
`;

/** Nothing is loaded and no script runs; the one style is named by its digest. */
export const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'`,
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join("; ");
