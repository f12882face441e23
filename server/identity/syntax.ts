import { z } from "zod";
import { frameworkError } from "./errors";

const ADDRESS = /^0x[0-9a-fA-F]{40}$/;
const email = z.email().max(254);

const isGood: Readonly<Record<string, (value: string) => boolean>> = {
  address: (value) => ADDRESS.test(value),
  issuerAddress: (value) => ADDRESS.test(value),
  email: (value) => email.safeParse(value).success,
};

/** Looks at what a body calls an address or an e-mail. @throws Refusal 400 when it is none */
export function checkSyntax(body: unknown): void {
  if (typeof body !== "object" || body === null) return;
  for (const [field, value] of Object.entries(body)) {
    const check = isGood[field];
    if (check && typeof value === "string" && !check(value)) throw frameworkError(400);
  }
}
