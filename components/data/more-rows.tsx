import { Button } from "@/components/ui/button";
import { ErrorAlert } from "./error-alert";
import { viewOf } from "./get-json";

interface MoreRowsProps {
  isPending: boolean;
  /** Why the last question was not answered. */
  error: Error | null;
  onAsk: () => void;
  /** Above the rows, for those before them. */
  isAbove?: boolean;
  children: string;
}

/** Beside rows of which the server has more. */
export const MoreRows = ({ isPending, error, onAsk, isAbove = false, children }: MoreRowsProps) => (
  <div className={`grid justify-items-center gap-3 px-4 py-3 ${isAbove ? "" : "border-border border-t"}`}>
    {error && <ErrorAlert error={viewOf(error)} />}
    <Button size="sm" loading={isPending} onClick={onAsk}>
      {children}
    </Button>
  </div>
);
