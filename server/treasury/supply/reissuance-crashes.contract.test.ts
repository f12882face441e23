import { describeCrashes } from "./testing-crashes";

describeCrashes("reissuance");
