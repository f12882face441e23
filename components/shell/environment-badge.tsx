import { cn } from "@/lib/cn";
import { commonText } from "@/lib/messages/common";

export type Environment = "live" | "testnet" | "sandbox";

const looks: Record<Environment, string> = {
  live: "bg-live text-live-foreground",
  testnet:
    "bg-testnet-soft text-testnet shadow-[inset_0_0_0_1px_color-mix(in_oklab,var(--testnet)_35%,transparent)]",
  sandbox:
    "bg-sandbox-soft text-sandbox shadow-[inset_0_0_0_1px_color-mix(in_oklab,var(--sandbox)_35%,transparent)]",
};

/** Which world a click acts in. Stands on every page. */
export function EnvironmentBadge({
  environment,
  className,
}: {
  environment: Environment;
  className?: string;
}) {
  return (
    <span
      data-environment={environment}
      className={cn(
        "inline-flex h-5.5 items-center gap-1.5 rounded-sm px-2 font-semibold text-xs tracking-[0.01em]",
        looks[environment],
        className,
      )}
    >
      <span
        aria-hidden
        className={cn("size-1.5 rounded-full bg-current", environment === "sandbox" && "rounded-none")}
      />
      {commonText.environments[environment]}
    </span>
  );
}

/** A thin line over everything while real value is at stake. Its height is `--band-height`. */
export const EnvironmentBand = () => (
  <div aria-hidden className="sticky top-0 z-40 h-(--band-height) bg-live" />
);
