import { z } from "zod";
import {
  VERIFF_ORDERS,
  VeriffDelivery,
  VeriffDocument,
  VeriffOutcome,
  VeriffPerson,
} from "@/lib/contracts/control-veriff";
import { riskLabels, wordsOfReason } from "./choices";

/** What the page's forms send; an empty field is one that is left out. */

const DecisionDelivery = VeriffDelivery.extend({ order: z.enum(VERIFF_ORDERS).default("natural") });

const given = (form: FormData, name: string): string | null => {
  const value = form.get(name);
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
};
const number = (text: string | null) => (text === null ? undefined : Number(text));

const group = (form: FormData, prefix: string, names: string[]) =>
  Object.fromEntries(names.map((name) => [name, given(form, `${prefix}.${name}`)]));

/** Which step the form was shown for. @throws ZodError */
export const readRevision = (form: FormData): number => z.int().parse(number(given(form, "revision")));

/** @throws ZodError that names the field */
export const readDelivery = (form: FormData): z.output<typeof DecisionDelivery> =>
  DecisionDelivery.parse({
    delay_seconds: number(given(form, "delay_seconds")),
    copies: number(given(form, "copies")),
    signature: given(form, "signature") ?? undefined,
    order: given(form, "order") ?? undefined,
  });

/** @throws ZodError that names the field */
export function readOutcome(form: FormData): VeriffOutcome {
  const status = given(form, "status");
  const reason_code = number(given(form, "reason_code")) ?? null;
  // Nobody was seen where nothing was submitted.
  const isSeen = status !== "expired" && status !== "abandoned";
  return VeriffOutcome.parse({
    status,
    reason_code,
    reason: wordsOfReason(reason_code),
    person: isSeen ? group(form, "person", Object.keys(VeriffPerson.shape)) : null,
    document: isSeen ? group(form, "document", Object.keys(VeriffDocument.shape)) : null,
    risk_labels: riskLabels.filter(({ label }) => form.getAll("risk_labels").includes(label)),
  });
}
