import {
  VERIFF_ORDERS,
  VERIFF_SIGNATURES,
  VeriffDocument,
  VeriffPerson,
} from "@/lib/contracts/control-veriff";
import { VERIFF_DECISION_NAMES } from "@/lib/domain/veriff";
import { sandboxVeriffText as text } from "@/lib/messages/sandbox-veriff";
import { reasons, riskLabels, samplePerson } from "./choices";
import { html, type Markup } from "./html";

/** The fields of the page's forms. */

type Options = readonly (readonly [value: string, words: string])[];

const select = (name: string, label: string, options: Options, chosen = ""): Markup => html`<label>${label}
<select name="${name}">${options.map(
  ([value, words]) => html`<option value="${value}"${value === chosen && html` selected`}>${words}</option>`,
)}</select></label>`;

const input = (name: string, label: string, value: string, type = "text"): Markup =>
  html`<label>${label}<input name="${name}" type="${type}" value="${value}" autocomplete="off"></label>`;

export const decisionFields = (): Markup => html`<fieldset><legend>${text.steps.decideTitle}</legend>
${VERIFF_DECISION_NAMES.map(
  (name, place) =>
    html`<label class="choice"><input type="radio" name="status" value="${name}" required${
      place === 0 && html` checked`
    }><span>${text.decisions[name]}</span></label>`,
)}</fieldset>
<fieldset class="grid"><legend>${text.reason}</legend>${select("reason_code", text.reason, [
  ["", text.noReason],
  ...reasons().map(({ code, words }) => [`${code}`, `${code} · ${words}`] as const),
])}</fieldset>`;

const DATES = new Set(["date_of_birth", "valid_from", "valid_until"]);

export function personFields(): Markup {
  const { person, document } = samplePerson();
  const field = (group: string, values: Record<string, string | null>) => (name: string) => {
    const label = text.fields[name as keyof typeof text.fields];
    const key = `${group}.${name}`;
    if (name === "pep_sanction_match") return select(key, label, Object.entries(text.pep));
    if (name === "type")
      return select(key, label, [["", text.none], ...Object.entries(text.documentTypes)], values[name] ?? "");
    return input(key, label, values[name] ?? "", DATES.has(name) ? "date" : "text");
  };
  return html`<details><summary>${text.person}, ${text.document}, ${text.riskLabels}</summary>
<p class="quiet">${text.emptyHint}</p>
<fieldset><legend>${text.person}</legend><div class="grid">${Object.keys(VeriffPerson.shape).map(
    field("person", person),
  )}</div></fieldset>
<fieldset><legend>${text.document}</legend><div class="grid">${Object.keys(VeriffDocument.shape).map(
    field("document", document),
  )}</div></fieldset>
<fieldset><legend>${text.riskLabels}</legend>${riskLabels.map(
    ({ label, category }) =>
      html`<label class="choice"><input type="checkbox" name="risk_labels" value="${label}"><span>${label} <span class="quiet">${category}</span></span></label>`,
  )}</fieldset></details>`;
}

/** @param hasOrder for a decision, which can come out of turn */
export const deliveryFields = (hasOrder: boolean): Markup => html`<details><summary>${text.delivery}</summary>
<div class="grid"><label>${text.delay}<input name="delay_seconds" type="number" min="0" max="604800" value="0"></label>
<label>${text.copies}<input name="copies" type="number" min="1" max="5" value="1"></label>
${
  hasOrder &&
  select(
    "order",
    text.order,
    VERIFF_ORDERS.map((name) => [name, text.orders[name]]),
  )
}
${select(
  "signature",
  text.signature,
  VERIFF_SIGNATURES.map((name) => [name, text.signatures[name]]),
)}</div></details>`;
