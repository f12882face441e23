import type { Environment } from "@/components/shell/environment-badge";

/** Who is signed in, as the frame shows it. */
export interface DeskActor {
  role: "issuer" | "manager";
  username: string;
  environment: Environment;
  workspaceName: string;
}
