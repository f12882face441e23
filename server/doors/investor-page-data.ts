import "server-only";
import { notFound, unstable_rethrow } from "next/navigation";
import type { Investor } from "@/lib/domain/investor";
import { AppError, type ErrorView } from "@/lib/errors";
import { currentInvestor } from "@/server/investor/current";
import { pageReads, withRequestId } from "@/server/platform/request-context";
import { newRequestId } from "@/server/platform/request-id";
import { toErrorView } from "./result";

export type InvestorPageData<T> =
  | { ok: true; data: T; investor: Investor }
  | { ok: false; error: ErrorView; investor: Investor };

/**
 * `pageData` for the portal. Its pages are open to everybody: without a session they show how to get one.
 * @returns null when no wallet is signed in, or its session ended during the read
 */
export async function investorPageData<T>(
  read: (investor: Investor) => Promise<T>,
): Promise<InvestorPageData<T> | null> {
  const investor = await currentInvestor();
  if (!investor) return null;
  const requestId = newRequestId();
  const reading = async (): Promise<InvestorPageData<T> | null> => {
    try {
      return { ok: true, data: await read(investor), investor };
    } catch (error) {
      unstable_rethrow(error);
      if (error instanceof AppError && error.code === "NOT_FOUND") notFound();
      if (error instanceof AppError && error.code === "UNAUTHENTICATED") return null;
      return { ok: false, error: toErrorView(error, requestId), investor };
    }
  };
  return withRequestId(requestId, reading, pageReads());
}
