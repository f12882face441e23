import { describeCrashes } from "./testing-crashes";

describeCrashes("burn");
