import { randomBytes, randomUUID } from "node:crypto";
import { getAddress } from "viem";
import type { Actor } from "@/lib/domain/actor";
import {
  movingAssignments,
  type OwnRequest,
  type PortalSettings,
  type RequestPerson,
} from "@/lib/domain/requests";
import { findActor } from "@/server/auth/store";
import { newGaid } from "@/server/sandbox/amp/testing";
import { readPortalSettings, savePortalSettings } from "@/server/services/portal-settings";
import {
  type ApprovalInput,
  approveRequest,
  type Decided,
  previewApproval,
} from "@/server/services/request-decisions";
import { readRequest } from "@/server/services/requests";
import { type NewRequest, receiveRequest } from "@/server/services/requests-inbox";
import { signIn } from "@/server/services/sign-in";
import type { Bench } from "@/server/treasury/testing";

export const newWallet = () => getAddress(`0x${randomBytes(20).toString("hex")}`);

const MANAGER = { username: "manager", password: "manager-password" };

export async function signInManager(account = MANAGER): Promise<Actor> {
  const actor = await findActor(await signIn({ environment: "sandbox", method: "password", ...account }));
  if (!actor) throw new Error("The manager's session is not there.");
  return actor;
}

export const SETTINGS: PortalSettings = {
  slug: "alpine-growth",
  issuerName: "Alpine Growth",
  issuerAddress: newWallet(),
  chainIds: [31337],
  isOpen: true,
  showsHoldings: true,
  showsDistributions: true,
  categoryIds: [],
  managers: [],
};

export async function openPortal({ actor }: Bench, settings: Partial<PortalSettings> = {}): Promise<void> {
  const { settings: shown } = await readPortalSettings(actor);
  await savePortalSettings(actor, { ...SETTINGS, ...settings, shown });
}

export const PERSON: RequestPerson = {
  name: "Rosalind Achterberg",
  verifiedName: "ROSALIND ACHTERBERG-VOSS",
  email: "rosalind@achterberg.example",
  isCompany: false,
};

/** What the portal's server would hand over for a wallet of its own. */
export async function requestOf(
  { sandbox, actor }: Pick<Bench, "sandbox" | "actor">,
  rest: Partial<Omit<NewRequest, "bound">> & { gaid?: string } = {},
): Promise<NewRequest> {
  const { gaid = await newGaid(sandbox), ...given } = rest;
  const at = new Date();
  return {
    intentId: randomUUID(),
    workspaceId: actor.workspaceId,
    address: newWallet(),
    chainId: 1,
    unservedChainIds: [],
    bound: { gaid, text: `My GAID is ${gaid}`, signature: "0x51", boundAt: at, checkedAt: at },
    kyc: { completedAt: at, validUntil: null, riskLabels: [] },
    person: PERSON,
    ...given,
  };
}

export async function arrive(bench: Bench, rest: Parameters<typeof requestOf>[1] = {}): Promise<OwnRequest> {
  return receiveRequest(await requestOf(bench, rest));
}

export async function addCategory({ amp }: Bench): Promise<number> {
  const { body } = await amp.post("/categories/add", { name: `Category ${randomUUID().slice(0, 8)}` });
  return body.id;
}

/** An approval by somebody who has read the preview, and confirmed what it wants confirmed. */
export async function approveSeen(
  actor: Actor,
  input: Pick<ApprovalInput, "requestId" | "categoryIds" | "despiteAlert">,
): Promise<Decided> {
  const { gaid } = await readRequest(actor, input.requestId);
  const { user } = await previewApproval(actor, input.requestId);
  return approveRequest(actor, {
    ...input,
    expectedUserId: user?.id ?? null,
    isOwnerConfirmed: user?.isClaimed ?? false,
    expectedOpenAssignments: movingAssignments(user, gaid),
  });
}

export interface UserAtAmp {
  id: number;
  name: string;
  GAID: string | null;
  categories: number[];
}

export const usersAtAmp = async ({ amp }: Bench): Promise<UserAtAmp[]> =>
  (await amp.get("/registered_users/")).body;
