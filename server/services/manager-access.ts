import { type EndpointRole, endpointList } from "@/lib/contracts/amp/endpoints";
import type { ManagerAccess } from "@/lib/domain/managers";
import { endpointWords } from "@/lib/messages/endpoints";

const EVERYWHERE: readonly EndpointRole[] = ["public", "manager", "manager-self"];

const wordsOf = (isMeant: (role: EndpointRole) => boolean): string[] =>
  endpointList
    .filter(({ role }) => isMeant(role))
    .map(({ name }) => endpointWords[name as keyof typeof endpointWords]);

/** A manager's part in words: from the table that the client and the sandbox read, so that it cannot drift from it. */
export const managerAccess = (): ManagerAccess => ({
  everywhere: wordsOf((role) => EVERYWHERE.includes(role)),
  granted: wordsOf((role) => role === "manager-attached"),
  // `any` stands for the own password and token, which the complete list of a manager's paths leaves out.
  never: wordsOf((role) => role === "issuer" || role === "any"),
});
