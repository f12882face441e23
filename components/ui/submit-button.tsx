"use client";

import type { ComponentProps } from "react";
import { useFormStatus } from "react-dom";
import { Button } from "@/components/ui/button";

/** Submits its form and shows that the form's action is running. */
export function SubmitButton({ loading, ...props }: ComponentProps<typeof Button>) {
  const { pending } = useFormStatus();
  return <Button variant="primary" {...props} type="submit" loading={pending || loading} />;
}
