import { cloneElement, type ReactElement, type ReactNode } from "react";
import type { WiredProps } from "@/components/ui/field";

interface ControlRowProps extends WiredProps {
  control: ReactElement<WiredProps>;
  /** The button that sends what stands in the control. */
  children: ReactNode;
}

/** Inside a `Field`: a control with its button beside it, so that hint and errors stand around both. */
export const ControlRow = ({ control, children, ...wired }: ControlRowProps) => (
  <div className="flex flex-wrap gap-2">
    <div className="min-w-0 flex-1 basis-56">{cloneElement(control, wired)}</div>
    {children}
  </div>
);
