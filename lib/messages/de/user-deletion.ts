import { countOf } from "@/lib/messages/plural";
import type { Translation } from "../catalogue";
import type { userDeletionText as english } from "../user-deletion";

/** Why a registered user was not deleted, in German. */
export const userDeletionText = {
  stillOwed: (assets: number) =>
    `Der Nutzer hat von ${countOf(assets, { one: "Asset", other: "Assets" })} einen Bestand oder eine offene Zuteilung. Es wurde nichts gelöscht: Archivieren Sie den Nutzer, oder klären Sie das zuerst.`,
  notLookedUp:
    "AMP hat nicht in einer für Ampdesk verständlichen Form mitgeteilt, was der Nutzer hat. Es wurde nichts gelöscht: Archivieren Sie den Nutzer stattdessen.",
} satisfies Translation<typeof english>;
