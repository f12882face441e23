import type { ChainTask, ChainTaskState, OfferedChain } from "@/lib/domain/investor";

export const taskTones: Record<ChainTaskState, "ok" | "waiting" | "blocked"> = {
  queued: "waiting",
  sending: "waiting",
  sent: "waiting",
  confirmed: "ok",
  failed: "blocked",
  given_up: "blocked",
  expired: "blocked",
};

/** Nothing more comes of it. */
export const isTaskOver = ({ state }: ChainTask): boolean => taskTones[state] !== "waiting";

export const chainName = (
  chainId: number,
  chains: readonly Pick<OfferedChain, "chainId" | "name">[],
): string => chains.find((chain) => chain.chainId === chainId)?.name ?? String(chainId);
